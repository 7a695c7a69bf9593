import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform';
import { refuseDocument, refuseSize } from './document.rules.js';

/** A document on its way in. */
export interface Upload {
  /** What it is said to be. */
  readonly mediaType: string | undefined;
  /** What its file is called, where that was said. */
  readonly name: string | undefined;
  /** How many bytes are to come, where that was said. */
  readonly length: number | undefined;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** A document that has arrived, in a file of its own. */
export interface Received {
  readonly path: string;
  readonly size: number;
  readonly checksum: string;
}

/** So many arrive at a time, since each takes room on the disk. */
const MOST_AT_ONCE = 8;

/** Receives documents into files, so that whoever sends slowly holds neither memory nor a connection to the database. */
@Injectable()
export class DocumentInbox {
  private arriving = 0;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @throws Refusal `document.too-large` where more bytes are announced than a document may have */
  assertFits({ length = 0 }: Upload): void {
    if (length > this.config.documentMaxBytes) throw refuseSize(this.config.documentMaxBytes);
  }

  /**
   * Receives a document; its file is gone once it was used.
   * @throws Refusal `document.too-large`, `document.empty`, `document.broken-off`, `document.no-room`
   */
  async receive<T>(upload: Upload, use: (received: Received) => Promise<T>): Promise<T> {
    if (this.arriving >= MOST_AT_ONCE) throw refuseDocument('noRoom');
    this.arriving++;
    const folder = await mkdtemp(join(tmpdir(), 'corteo-document-'));
    try {
      return await use(await this.write(upload, join(folder, 'received')));
    } finally {
      await rm(folder, { recursive: true });
      this.arriving--;
    }
  }

  private async write({ bytes }: Upload, path: string): Promise<Received> {
    const most = this.config.documentMaxBytes;
    const sum = createHash('sha256');
    let size = 0;
    async function* count(): AsyncGenerator<Uint8Array> {
      for await (const piece of bytes) {
        size += piece.length;
        if (size > most) throw refuseSize(most);
        sum.update(piece);
        yield piece;
      }
    }
    await pipeline(count, createWriteStream(path, { flags: 'wx', mode: 0o600 })).catch(explain);
    if (size === 0) throw refuseDocument('empty');
    return { path, size, checksum: sum.digest('hex') };
  }
}

function explain(error: NodeJS.ErrnoException): never {
  if (error.code === 'ECONNRESET') throw refuseDocument('brokenOff');
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') throw refuseDocument('noRoom');
  throw error;
}
