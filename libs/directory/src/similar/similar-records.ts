import type { Caller } from '#platform';
import type { RecordKind } from '#records';
import type { SimilarView } from './similar.dto.js';

/** Who knows which records may be the same: a feature above, which also knows which of them are not. */
export const SIMILAR_RECORDS = Symbol('SIMILAR_RECORDS');

/** Tells which records may be the same. */
export interface SimilarRecords {
  /** The first of those in use that one may be the same as, surest first, of what the caller may see. */
  readFirst(kind: RecordKind, id: string, caller: Caller): Promise<SimilarView[]>;
}
