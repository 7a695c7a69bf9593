import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Stage } from '../stage/stage.js';

/** One request of a watch. */
export interface Sample {
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  /** When it was sent, in milliseconds since 1970. */
  readonly at: number;
}

/** What is asked again and again, by whom, and after which pause. */
export interface Watched {
  readonly url: string;
  readonly token?: string;
  readonly paths: readonly string[];
  readonly pause: number;
}

/** Somebody who asks again and again, in a thread of their own: what else the probe does delays them in nothing. */
export class Watch {
  private samples: Promise<Sample[]> | undefined;

  private constructor(private readonly worker: Worker) {}

  static start(stage: Stage, workerData: Watched): Watch {
    const watch = new Watch(new Worker(new URL('./watch.worker.js', import.meta.url), { workerData }));
    stage.onEnd(() => watch.worker.terminate());
    return watch;
  }

  /** Ends it, and gives what it saw. */
  end(): Promise<Sample[]> {
    return (this.samples ??= this.collect());
  }

  private async collect(): Promise<Sample[]> {
    const told = once(this.worker, 'message') as Promise<[Sample[]]>;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    this.worker.postMessage('end');
    return (await told)[0];
  }
}
