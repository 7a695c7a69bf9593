import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { BackupError, damaged } from './error.js';

/** An entry of an archive; its bytes are read before the next one is asked for. */
export interface Entry {
  readonly header: { readonly name: string; readonly type: string };
  readonly bytes: AsyncIterable<Buffer>;
}

/**
 * Reads the entries of a compressed archive, one after the other.
 * @throws BackupError, here or from the bytes of an entry, where it cannot be read
 */
export async function* readEntries(path: string): AsyncGenerator<Entry> {
  const unpacked = extract();
  const reading = pipeline(
    createReadStream(path),
    createGunzip({ rejectGarbageAfterEnd: true }),
    unpacked as unknown as NodeJS.WritableStream,
  );
  // The archive only ends; what is wrong, the file and its compression say.
  const failure = reading.then(
    () => null,
    (error: Error) => explain(error),
  );
  const whole = async function* <T>(parts: AsyncIterable<T>): AsyncGenerator<T> {
    try {
      yield* parts;
    } catch (error) {
      throw (await failure) ?? error;
    }
  };
  for await (const entry of whole(unpacked))
    yield { header: entry.header, bytes: whole(entry as AsyncIterable<Buffer>) };
  const error = await failure;
  if (error) throw error;
}

function explain(error: NodeJS.ErrnoException): BackupError {
  const { code = '', message } = error;
  if (message === 'incorrect header check')
    return new BackupError('It is no backup of Corteo: it is not compressed.', { cause: error });
  if (/^E[A-Z]+$/.test(code)) return new BackupError(`It cannot be read: ${message}.`, { cause: error });
  return damaged(message, error);
}
