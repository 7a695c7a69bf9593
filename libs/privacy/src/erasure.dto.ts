import { IsLines, ListOf, MayBeAbsent } from '#platform';
import { ActorView } from '#records';
import { KeepMention, MentionView, RedactMention, UnreadDocumentView } from './mention.dto.js';

/** Why a person is erased, and what becomes of the texts of others that hold the name. */
export class ErasePerson {
  /**
   * Why the person is erased.
   * @example "request of 20 November, article 17 (1) (a)"
   */
  @IsLines(2000)
  reason: string;

  /** The texts that keep the name, each with a reason. */
  @MayBeAbsent()
  @ListOf(() => KeepMention, { most: 5000 })
  keep?: KeepMention[];

  /** The texts in which it is blacked out. */
  @MayBeAbsent()
  @ListOf(() => RedactMention, { most: 5000 })
  redact?: RedactMention[];
}

/** Records of a kind that lead to a person. */
export class LeftRecords {
  /**
   * What kind of record it is.
   * @example "published participations"
   */
  kind: string;

  /**
   * How many there are.
   * @example 7
   */
  count: number;
}

/** What a record loses. */
export class LosingRecord {
  /**
   * What kind of record it is.
   * @example "published participations"
   */
  kind: string;

  /**
   * Its id.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * The fields that are emptied, also in history.
   * @example ["title", "onBehalfOf"]
   */
  fields: string[];
}

/** A text that holds the name still. */
export class KeptMention {
  /**
   * What kind of record it is.
   * @example "published participations"
   */
  kind: string;

  /**
   * Its id.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * The field.
   * @example "text"
   */
  field: string;

  /**
   * Why it does.
   * @example "article of a newspaper, published"
   */
  reason: string;
}

/** The erasure of a person. */
export class ErasureView {
  /**
   * What the person is called since.
   * @example "Erased person 7F3A"
   */
  pseudonym: string;

  /**
   * When the person was erased (RFC 3339, UTC).
   * @example "2026-11-27T09:00:00.000Z"
   */
  at: string;

  /** Who erased the person. */
  by: ActorView;

  /**
   * Why.
   * @example "request of 20 November, article 17 (1) (a)"
   */
  reason: string;

  /**
   * In how many rows of the database texts of others were blacked out.
   * @example 3
   */
  redactedCount: number;

  /**
   * How many documents were taken away from records.
   * @example 1
   */
  removedDocumentCount: number;

  /** The texts that hold the name still. */
  kept: KeptMention[];
}

/** What the erasure of a person would take away, or has. */
export class ErasurePreview {
  /**
   * What the person would be called, or is.
   * @example "Erased person 7F3A"
   */
  pseudonym: string;

  /** The erasure, where the person was erased. */
  erased: ErasureView | null;

  /** The records that are about the person, and what of them goes. */
  loses: LosingRecord[];

  /** The records that lead to the person and stay, with the pseudonym. */
  stays: LeftRecords[];

  /** The texts of others that hold the name, or may: of each it has to be decided what becomes of it. */
  mentions: MentionView[];

  /** The documents that no program can read, or not all of them: somebody has to look whether they hold the name. */
  unread: UnreadDocumentView[];
}
