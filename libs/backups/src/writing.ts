import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { type Pack, pack } from 'tar-stream';
import { type Contents, type KeptTable, MANIFEST, SUMS, nameOfPart, writeManifest } from './manifest.js';

const PART_BYTES = 4 * 1024 * 1024;
const NEWLINE = 10;

/** Gives the rows of a table as `copy` writes them. */
export type ReadRows = (table: KeptTable) => AsyncIterable<Buffer>;

/**
 * Gives the bytes of a backup: a compressed archive of what it is about, the rows of each table in parts, and the
 * checksums of all these.
 */
export async function* writeArchive(contents: Contents, readRows: ReadRows): AsyncGenerator<Uint8Array> {
  const archive = pack();
  // Who fails to give the rows ends the archive, and with it whoever reads its bytes.
  fill(archive, contents, readRows).catch((error: Error) => archive.destroy(error));
  yield* Readable.from(archive).compose(createGzip());
}

async function fill(archive: Pack, contents: Contents, readRows: ReadRows): Promise<void> {
  const sums: string[] = [];
  const mtime = new Date(contents.madeAt);
  const add = (name: string, body: Uint8Array): Promise<void> => {
    sums.push(`${hash('sha256', body)}  ${name}\n`);
    return addEntry(archive, { name, mtime, mode: 0o600 }, body);
  };
  await add(MANIFEST, Buffer.from(writeManifest(contents)));
  for (const table of contents.tables) {
    let part = 0;
    for await (const rows of inParts(readRows(table))) await add(nameOfPart(table.name, ++part), rows);
  }
  await add(SUMS, Buffer.from(sums.join('')));
  archive.finalize();
}

function addEntry(archive: Pack, header: Parameters<Pack['entry']>[0], body: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const entry = archive.entry(header, body, (error) => (error ? reject(error) : resolve()));
    // Told already, but without a listener it would end this process.
    entry.on('error', () => undefined);
  });
}

/** Cuts rows into parts of about the same size; no row, however large, is cut in two. */
export async function* inParts(rows: AsyncIterable<Buffer>, least = PART_BYTES): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const bytes of rows) {
    held.push(bytes);
    size += bytes.length;
    if (size < least || !bytes.includes(NEWLINE)) continue;
    const whole = Buffer.concat(held);
    const end = whole.lastIndexOf(NEWLINE) + 1;
    yield whole.subarray(0, end);
    held = [whole.subarray(end)];
    size = whole.length - end;
  }
  if (size > 0) yield Buffer.concat(held);
}
