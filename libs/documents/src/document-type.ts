import { createReadStream } from 'node:fs';
import { fileTypeFromFile } from 'file-type';
import {
  type MediaType,
  TEXT,
  holdsMacros,
  isAccepted,
  isPlainText,
  refuseContent,
  refuseDocument,
} from './document.rules.js';

const ARCHIVED = /openxmlformats/;

/**
 * Makes sure that a file is what it is said to be, by its bytes.
 * @throws Refusal `document.not-as-said`, `document.macros`
 */
export async function assertType(path: string, said: MediaType): Promise<void> {
  const found = await typeOf(path);
  if (found !== said) throw refuseContent(said, found);
  if (ARCHIVED.test(said) && (await holdsMacros(createReadStream(path)))) throw refuseDocument('macros');
}

/** What a file is by its bytes, or null where no document may be that. */
async function typeOf(path: string): Promise<MediaType | null> {
  const found = await fileTypeFromFile(path);
  if (isAccepted(found?.mime)) return found.mime;
  // Short marks of other formats are words of texts as well.
  return (await isPlainText(createReadStream(path))) ? TEXT : null;
}
