import { IsLine, IsLines, IsPartialDate, IsText, MayBeNull } from '#platform';
import type { Text } from '#vocabulary';
import { DisputedFieldView } from './disputed.dto.js';

/** What may be said of any record. */
export class RecordInput {
  /** What colleagues should know of it, by language; no partner is told. */
  @MayBeNull()
  @IsText()
  notes?: Text | null;
}

/** What every answer about a record holds. */
export class RecordView {
  /**
   * The id of the record, a UUIDv7.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * Rises by one with every change.
   * @example 1
   */
  version: number;

  /**
   * What colleagues should know of it, by language; no partner is told. Notes on people, and on their parts in anything, are
   * null without the scope `contacts:read`.
   * @example { "en": "The driver waits at the south gate." }
   */
  notes: Text | null;

  /**
   * When it was recorded (RFC 3339, UTC).
   * @example "2026-11-22T09:00:00.000Z"
   */
  createdAt: string;

  /** Who recorded it. */
  createdBy: ActorView;

  /**
   * When it was last changed (RFC 3339, UTC).
   * @example "2026-11-22T09:00:00.000Z"
   */
  updatedAt: string;

  /** Who changed it last. */
  updatedBy: ActorView;

  /**
   * When it was put away; null while it is in use.
   * @example "2026-11-22T09:00:00.000Z"
   */
  archivedAt: string | null;

  /**
   * What sources contradict the record or each other about, with every value that is said; left out where they do not,
   * and in lists.
   */
  disputed?: DisputedFieldView[];
}

/** Who acts: the labelled holder of an access token, or a user of the identity provider. */
export class ActorView {
  /**
   * The id of the actor.
   * @example "019a8f3e-4c00-7000-8000-000000000002"
   */
  id: string;

  /**
   * The label of the actor's token, or what the identity provider calls them.
   * @example "International relations office"
   */
  name: string;
}

/** What an entry of a list of named records holds. */
export class NamedItem extends RecordView {
  /**
   * The name to show, chosen by `Accept-Language`, else the first official one.
   * @example "Naples"
   */
  name: string;
}

/** A move to another status. */
export class TransitionDto {
  /**
   * The status to move to: one of those that `GET …/transitions` lists, or one further along the one way that leads
   * there. Each step on the way must be ready, and is noted; where several ways lead there, take the steps one by one.
   * @example "confirmed"
   */
  @IsLine(40)
  to: string;

  /**
   * Why, for the history.
   * @example "dates agreed with both hosts"
   */
  @MayBeNull()
  @IsLines(2000)
  reason?: string | null;

  /** When it takes effect, where that is not the moment of recording. */
  @MayBeNull()
  @IsPartialDate()
  effectiveOn?: string | null;
}

/** One step in the status history of a record. */
export class StatusChangeView {
  /**
   * The status before; null where the record begins.
   * @example "planned"
   */
  from: string | null;

  /**
   * The status after.
   * @example "confirmed"
   */
  to: string;

  /**
   * When it was recorded (RFC 3339, UTC).
   * @example "2026-11-22T09:00:00.000Z"
   */
  at: string;

  /** Who recorded it. */
  by: ActorView;

  /**
   * Why.
   * @example "dates agreed with both hosts"
   */
  reason: string | null;

  /**
   * When it took effect, where that was not the moment of recording.
   * @example "2018-07-12"
   */
  effectiveOn: string | null;
}

/** One move that the lifecycle allows now. */
export class AllowedMoveView {
  /**
   * The status it leads to.
   * @example "confirmed"
   */
  to: string;

  /**
   * What it still lacks; empty where it can be made.
   * @example ["host"]
   */
  missing: string[];
}

/** Where a record stands in its lifecycle. */
export class TransitionsView {
  /**
   * The status now.
   * @example "planned"
   */
  status: string;

  /** The single moves that are allowed from here; a move may also name a status further along the one way there. */
  allowed: AllowedMoveView[];
}
