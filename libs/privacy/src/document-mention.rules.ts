import { type Decided, type Decisions, type Passage, type Redaction, keyOf } from './mention.rules.js';

/** A document that no program can read, or not all of it: somebody has to look whether it holds the name. */
export interface UnreadDocument extends Decided {
  /** What its file is called. */
  readonly name: string;
  readonly mediaType: string;
  readonly checksum: string;
  readonly past: boolean;
}

/** Where a document is that a record has or had. */
export function documentKey(
  id: string,
  checksum: string,
): Pick<Passage, 'table' | 'key' | 'recordId' | 'column'> {
  return { table: DOCUMENTS, key: { checksum }, recordId: id, column: 'document' };
}

const DOCUMENTS = 'documents';

/** The documents that go for good, and what is blacked out in texts. */
export function partDocuments(redactions: readonly Redaction[]): {
  readonly documents: readonly { readonly checksum: string; readonly record_id: string }[];
  readonly texts: readonly Redaction[];
} {
  const gone = redactions.filter(({ table_name }) => table_name === DOCUMENTS);
  const texts = redactions.filter(({ table_name }) => table_name !== DOCUMENTS);
  const documents = gone.map(({ key, record_id }) => ({ ...(key as { checksum: string }), record_id }));
  return { documents, texts };
}

/** What goes of the documents that were not read, by what was decided of them; nothing need be. */
export function unreadRedactions(
  unread: readonly UnreadDocument[],
  { redact }: Decisions,
): { readonly place: Decided; readonly redaction: Redaction }[] {
  const asked = new Set(redact.map(keyOf));
  return unread
    .filter((one) => asked.has(keyOf(one)))
    .map(({ kind, id, field, checksum }) => ({
      place: { kind, id, field },
      redaction: { table_name: DOCUMENTS, key: { checksum }, record_id: id, field, ranges: null },
    }));
}
