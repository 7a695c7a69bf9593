import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one probe has started and made, so that nothing of it is left. */
export class Stage {
  private readonly endings: (() => unknown)[] = [];
  private ended: Promise<void> | undefined;

  /** Has something done at the end, what was asked last first. */
  onEnd(work: () => unknown): void {
    this.endings.push(work);
  }

  /** Makes a temporary folder. */
  async makeFolder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'corteo-probe-'));
    this.onEnd(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
    // Where we are root, Postgres runs as another user, who has to pass.
    await chmod(folder, 0o711);
    return folder;
  }

  get isEnding(): boolean {
    return this.ended !== undefined;
  }

  /** Ends and removes everything. */
  end(): Promise<void> {
    return (this.ended ??= this.undo());
  }

  private async undo(): Promise<void> {
    for (const work of this.endings.toReversed()) {
      try {
        await work();
      } catch (error) {
        console.error('While cleaning up:', error);
      }
    }
  }
}
