import { createHash } from 'node:crypto';
import { type Entry, readEntries } from './entries.js';
import { BackupError, damaged } from './error.js';
import { type KeptTable, MANIFEST, type Manifest, SUMS, nameOfPart, readManifest } from './manifest.js';

const MANIFEST_BYTES = 16 * 1024 * 1024;
const NEWLINE = 10;

/** Reads a backup once, from its beginning to its end, and notices whatever is not as it was written. */
export class BackupReader {
  private readonly sums: string[] = [];
  private ahead: Entry | null = null;

  private constructor(
    private readonly entries: AsyncGenerator<Entry>,
    /** What it says that it holds. */
    readonly manifest: Manifest,
  ) {}

  /**
   * Opens a backup.
   * @throws BackupError where there is no such file, or none that is a backup
   */
  static async open(path: string): Promise<BackupReader> {
    const entries = readEntries(path);
    const { value: first } = await entries.next();
    if (first?.header.name !== MANIFEST) {
      await entries.return(undefined);
      throw new BackupError(`It is no backup of Corteo: it does not begin with ${MANIFEST}.`);
    }
    const text = await readText(first.bytes, MANIFEST_BYTES);
    const reader = new BackupReader(entries, readManifest(text));
    reader.note(MANIFEST, createHash('sha256').update(text).digest('hex'));
    return reader;
  }

  /**
   * Gives the rows of a table; tables are read in the order of the manifest.
   * @throws BackupError where they are not as many as the manifest says
   */
  async *rowsOf({ name, rows }: KeptTable): AsyncGenerator<Buffer> {
    let found = 0;
    for (let part = 1; await this.isNext(nameOfPart(name, part)); part++) {
      for await (const bytes of this.take()) {
        found += countLines(bytes);
        yield bytes;
      }
    }
    if (found !== rows) throw damaged(`${name} has ${found} of ${rows} rows`);
  }

  /**
   * Compares the checksums, once all tables have been read.
   * @throws BackupError where one differs, or something is missing or left over
   */
  async finish(): Promise<void> {
    const expected = this.sums.join('');
    if (!(await this.isNext(SUMS))) throw damaged(`${SUMS} is missing, or something else comes before it`);
    const said = await readText(this.take(), Buffer.byteLength(expected) + 1);
    if (said !== expected) throw damaged('its checksums do not agree');
    if (!(await this.entries.next()).done) throw damaged(`something comes after ${SUMS}`);
  }

  /** Closes the file, wherever it has been read to. */
  async close(): Promise<void> {
    await this.entries.return(undefined);
  }

  private async isNext(name: string): Promise<boolean> {
    this.ahead ??= ((await this.entries.next()).value as Entry | undefined) ?? null;
    return this.ahead?.header.name === name && this.ahead.header.type === 'file';
  }

  private async *take(): AsyncGenerator<Buffer> {
    const entry = this.ahead!;
    this.ahead = null;
    const sum = createHash('sha256');
    for await (const bytes of entry.bytes) {
      sum.update(bytes);
      yield bytes;
    }
    this.note(entry.header.name, sum.digest('hex'));
  }

  private note(name: string, sum: string): void {
    this.sums.push(`${sum}  ${name}\n`);
  }
}

async function readText(bytes: AsyncIterable<Buffer>, most: number): Promise<string> {
  const held: Buffer[] = [];
  let size = 0;
  for await (const part of bytes) {
    held.push(part);
    size += part.length;
    if (size > most) throw damaged('it says more than it should');
  }
  return Buffer.concat(held).toString();
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}
