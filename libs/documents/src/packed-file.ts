import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

/** Why a file is not unpacked. */
export type Unpackable = 'none' | 'locked' | 'too-large';

/** A file that is not unpacked. */
export class NotUnpacked extends Error {
  constructor(readonly why: Unpackable) {
    super(`The packed file cannot be read: ${why}.`);
  }
}

/** How many bytes all the parts of a packed file may come to. */
export const MOST_UNPACKED = 48 * 1024 * 1024;
const MOST_PARTS = 1000;

const END = Buffer.from([0x50, 0x4b, 5, 6]);
const END_LENGTH = 22;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const ENCRYPTED = 1;

/** One part of a packed file, as the directory at its end lists it. */
export interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

interface Listed {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/**
 * Unpacks a ZIP file. What its directory says is bounded before anything is unpacked, and each part may come to no more
 * than was said of it.
 * @throws NotUnpacked
 */
export async function unpack(file: Buffer): Promise<Part[]> {
  const listed = listParts(file);
  if (listed.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST_UNPACKED)
    throw new NotUnpacked('too-large');
  const parts: Part[] = [];
  for (const entry of listed) parts.push({ name: entry.name, bytes: await unpackPart(file, entry) });
  return parts;
}

function listParts(file: Buffer): Listed[] {
  const end = file.lastIndexOf(END);
  // Nothing may follow it: a file that is something else as well is none that an office saved.
  if (
    end < 0 ||
    end + END_LENGTH > file.length ||
    end + END_LENGTH + file.readUInt16LE(end + 20) !== file.length
  )
    throw new NotUnpacked('none');
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_PARTS) throw new NotUnpacked('too-large');
  const listed: Listed[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_LENGTH > end || file.readUInt32LE(at) !== ENTRY) throw new NotUnpacked('none');
    listed.push(readEntry(file, at));
    at += ENTRY_LENGTH + [28, 30, 32].reduce((sum, field) => sum + file.readUInt16LE(at + field), 0);
  }
  return listed;
}

function readEntry(file: Buffer, at: number): Listed {
  return {
    name: file.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + file.readUInt16LE(at + 28)),
    flags: file.readUInt16LE(at + 8),
    method: file.readUInt16LE(at + 10),
    packed: file.readUInt32LE(at + 20),
    unpacked: file.readUInt32LE(at + 24),
    offset: file.readUInt32LE(at + 42),
  };
}

async function unpackPart(
  file: Buffer,
  { flags, method, packed, unpacked, offset }: Listed,
): Promise<Buffer> {
  if (flags & ENCRYPTED) throw new NotUnpacked('locked');
  if (offset + LOCAL_LENGTH > file.length || file.readUInt32LE(offset) !== LOCAL)
    throw new NotUnpacked('none');
  const start = offset + LOCAL_LENGTH + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  const bytes = file.subarray(start, start + packed);
  const content = method === 0 ? bytes : method === 8 ? await inflated(bytes, unpacked) : null;
  if (content?.length !== unpacked) throw new NotUnpacked('none');
  return content;
}

/** Stops where a part comes to more than its directory says. */
async function inflated(bytes: Buffer, unpacked: number): Promise<Buffer | null> {
  try {
    return await inflate(bytes, { maxOutputLength: Math.max(unpacked, 1) });
  } catch {
    return null;
  }
}
