import { OmitType } from '@nestjs/swagger';
import { IdOf, IsOneOf, MayBeAbsent, MayBeNull, ReferenceView } from '#platform';
import { ActorView, NamedListQuery, PageOf } from '#records';

/** Who can act, apart from the office itself: holders of access tokens, and users of the identity provider. */
export const LISTED_KINDS = ['holder', 'user'] as const;
type ListedKind = (typeof LISTED_KINDS)[number];

/** An actor, and the person of the directory who it is. */
export class ActorItem extends ActorView {
  /**
   * Rises by one with every change.
   * @example 1
   */
  version: number;

  /**
   * A `holder` of access tokens of Corteo, by their label, or a `user` whom the identity provider knows.
   * @example "user"
   */
  kind: ListedKind;

  /** The person of the directory who it is, where the office has said so. */
  person: ReferenceView | null;

  /**
   * When it was first seen (RFC 3339, UTC).
   * @example "2026-11-22T09:00:00.000Z"
   */
  createdAt: string;
}

/** One page of actors. */
export class ActorPage extends PageOf(ActorItem) {}

/** A merge patch of an actor. */
export class PatchActor {
  /** The person of the directory who it is; null where it is none. */
  @MayBeNull()
  @IdOf('person')
  personId?: string | null;
}

/** Which actors to list; they are never put away, no source is cited for them, and nobody notes when they change. */
export class ActorQuery extends OmitType(NamedListQuery, ['archived', 'updatedSince', 'verification']) {
  /** Only holders of access tokens, or only users of the identity provider. */
  @MayBeAbsent()
  @IsOneOf(LISTED_KINDS)
  kind?: ListedKind;
}
