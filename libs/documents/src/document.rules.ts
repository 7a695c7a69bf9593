import { Refusal, defineProblems } from '#refusals';

export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What a document may be, with how the names of its files end: the first is added where a name has none of them. */
const ENDINGS = {
  'application/pdf': ['pdf'],
  [WORD]: ['docx'],
  'image/gif': ['gif'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/tiff': ['tif', 'tiff'],
  'image/webp': ['webp'],
  'text/plain': ['txt', 'text', 'md', 'csv'],
} as const;

export type MediaType = keyof typeof ENDINGS;

export const MEDIA_TYPES = Object.keys(ENDINGS) as MediaType[];

export const TEXT: MediaType = 'text/plain';

export const DOCUMENT_PROBLEMS = defineProblems({
  'document.none': [
    'unknown',
    'There is no document',
    'No file was attached to this record, or not yet.',
    'Attach one by `PUT` at this address.',
  ],
  'document.empty': [
    'invalid',
    'The document has no bytes',
    'The file that arrived has no content.',
    'See whether the right file was chosen, and send it again.',
  ],
  'document.broken-off': [
    'invalid',
    'The document did not arrive as a whole',
    'The connection ended before all of the file had come. Nothing was kept.',
    'Send the file again.',
  ],
  'document.too-large': [
    'oversized',
    'The document is too large',
    'Documents are bounded, as `detail` says, so that backups stay small enough.',
    'Send a smaller file, such as one with smaller pictures; or let whoever runs this server raise the limit (`DOCUMENT_MAX_MIB`).',
  ],
  'document.media-type': [
    'unsupported',
    'A document of this type is not accepted',
    'Only files that are safe to hand on are kept: documents, pictures and plain text.',
    'Save the file as PDF, and attach that.',
  ],
  'document.not-as-said': [
    'contradictory',
    'The document is not what it is said to be',
    'The content of the file is of another type than `Content-Type` says, which could deceive who opens it.',
    'Send the file with the type that it has.',
  ],
  'document.macros': [
    'contradictory',
    'The document holds macros',
    'Macros are programs, which could do harm on the computer of who opens the file.',
    'Save the file without macros (DOCX) or as PDF, and attach that.',
  ],
  'document.no-room': [
    'unavailable',
    'There is no room to receive a document',
    'Too many documents are coming in at once, or the disk has no room for another.',
    'Try again after the seconds that `Retry-After` says. If it goes on, tell whoever runs this server.',
  ],
});

/** Whether a media type is one that documents may have. */
export function isAccepted(mediaType: string | undefined): mediaType is MediaType {
  return mediaType !== undefined && Object.hasOwn(ENDINGS, mediaType);
}

const LONGEST_NAME = 200;

/** What does not show, or turns around what does: control characters, halves of characters, directions of writing. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * The name of the file of a document: without folders, and with an ending that tells what it is, whatever it was called.
 * @param given what its file was called, where that was said
 */
export function nameDocument(given: string | undefined, mediaType: MediaType): string {
  const last = (given ?? '').split(/[/\\]/).at(-1)!;
  const seen = last.replace(UNSEEN, '').replace(/^[.\s]+|[.\s]+$/g, '');
  const endings: readonly string[] = ENDINGS[mediaType];
  const [, stem = seen, ending = ''] = /^(.+)\.([^.]+)$/.exec(seen) ?? [];
  const kept = endings.includes(ending.toLowerCase()) ? stem : seen;
  const added = kept === seen ? endings[0] : ending;
  return `${[...(kept || 'document')].slice(0, LONGEST_NAME).join('')}.${added}`;
}

const CONTROL = /[^\P{Cc}\t\n\f\r]/u;
const MARKUP = /^<[a-z!?/]/i;
const BEGINNING = 8;

/** Whether bytes are a plain text in UTF-8, and not a page or another document of markup. */
export async function isPlainText(bytes: AsyncIterable<Uint8Array>): Promise<boolean> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let beginning = '';
  try {
    for await (const piece of bytes) {
      const text = utf8.decode(piece, { stream: true });
      if (CONTROL.test(text)) return false;
      if (beginning.length < BEGINNING) beginning = (beginning + text).trimStart().slice(0, BEGINNING);
    }
    utf8.decode();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
  return !MARKUP.test(beginning);
}

/** What an archive of a document with macros holds, under the name that it has there. */
const MACROS = 'vbaproject.bin';

/** Whether the bytes of an archive name a part with macros. */
export async function holdsMacros(bytes: AsyncIterable<Uint8Array>): Promise<boolean> {
  let before = '';
  for await (const piece of bytes) {
    const text = before + Buffer.from(piece).toString('latin1').toLowerCase();
    if (text.includes(MACROS)) return true;
    before = text.slice(-MACROS.length);
  }
  return false;
}

/** What keeps a document from being taken, from its bytes and what it is said to be. */
export function refuseContent(said: MediaType, found: MediaType | null): Refusal {
  const accepted = said === TEXT ? 'plain text in UTF-8' : said;
  const is = found === null ? 'something else' : found;
  return new Refusal(
    DOCUMENT_PROBLEMS['document.not-as-said'],
    `It is said to be ${accepted}, but its bytes are ${is}.`,
  );
}

const REFUSALS = {
  none: ['document.none', 'There is no document here.'],
  empty: ['document.empty', 'Send the bytes of the file as the body.'],
  brokenOff: [
    'document.broken-off',
    'The connection broke off before the document was there; nothing of it was kept.',
  ],
  macros: ['document.macros', 'It holds macros, which run where it is opened; save it without them.'],
  noRoom: [
    'document.no-room',
    'The server has no room to receive a document now; nothing was done. Please try again shortly.',
  ],
} as const satisfies Record<string, readonly [code: keyof typeof DOCUMENT_PROBLEMS, detail: string]>;

/** A refusal of a document by what is the matter with it. */
export function refuseDocument(what: keyof typeof REFUSALS): Refusal {
  const [code, detail] = REFUSALS[what];
  return new Refusal(DOCUMENT_PROBLEMS[code], detail);
}

/** @param most how many bytes a document may have */
export function refuseSize(most: number): Refusal {
  const detail = `A document may have at most ${most / 1024 / 1024} MiB.`;
  return new Refusal(DOCUMENT_PROBLEMS['document.too-large'], detail);
}

export function refuseType(mediaType: string | undefined): Refusal {
  return new Refusal(
    DOCUMENT_PROBLEMS['document.media-type'],
    `Say in Content-Type what the document is${mediaType === undefined ? '' : `; “${mediaType}” is not accepted`}. Accepted are ${MEDIA_TYPES.join(', ')}.`,
  );
}
