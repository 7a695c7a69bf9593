import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { EventReferenceView } from '#events';
import { ReferenceView } from '#platform';
import { ActorView } from '#records';
import { BusyView } from '../busy/busy.dto.js';
import type { ConflictKind, ConflictSeverity } from './conflict.rules.js';

/** An agenda item that is in a conflict. */
export class ConflictItemView {
  /**
   * The id of the item.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * Its title, in the language chosen by `Accept-Language`.
   * @example "Welcome at Città della Scienza"
   */
  title: string;

  /** The event whose agenda it is on. */
  event: EventReferenceView;

  /**
   * When it starts, in the local time of its place.
   * @example "2018-07-12T09:30:00+02:00"
   */
  startsAt: string | null;

  /**
   * When it ends, in the local time of its place.
   * @example "2018-07-12T11:00:00+02:00"
   */
  endsAt: string | null;

  /**
   * The date as far as it is known, where the time is not.
   * @example "2018-07-12"
   */
  on: string | null;

  /** Where it takes place. */
  place: ReferenceView | null;
}

/** That an organizer knows of a conflict and lets it stand. */
export class AcknowledgementView {
  /**
   * Why it may stand.
   * @example "the interpreter of the embassy takes over at ten"
   */
  reason: string;

  /**
   * When it was acknowledged (RFC 3339, UTC).
   * @example "2018-07-01T09:00:00.000Z"
   */
  at: string;

  /** Who acknowledged it. */
  by: ActorView;
}

/** What cannot be as the agenda says, or hardly. */
@ApiExtraModels(ConflictItemView, BusyView)
export class ConflictView {
  /**
   * What it is known by; another one as soon as anything changes that makes it up, as far as the caller may see it.
   * @example "5f1d7a84-0e2b-6c3f-9d41-7a3b1c5e8f90"
   */
  fingerprint: string;

  /**
   * What kind of conflict it is.
   * @example "person_twice"
   */
  kind: ConflictKind;

  /**
   * How bad it is: an error cannot happen as planned, a warning may not.
   * @example "error"
   */
  severity: ConflictSeverity;

  /**
   * What is in conflict, in words.
   * @example "The same people are expected at two items at once."
   */
  detail: string;

  /**
   * What would resolve it, in words.
   * @example "Move one of the two items, or let somebody else take part in one of them."
   */
  resolution: string;

  /**
   * The items it is between, the earlier one or the part first, or the one that it is about; none where it is about a leg. Of
   * what the caller may not see only the time is told.
   */
  @ApiProperty({
    type: 'array',
    items: { oneOf: [{ $ref: getSchemaPath(ConflictItemView) }, { $ref: getSchemaPath(BusyView) }] },
  })
  items: (ConflictItemView | BusyView)[];

  /** The people it concerns. */
  people: ReferenceView[];

  /** The delegations it concerns as a whole. */
  delegations: ReferenceView[];

  /** The place it concerns. */
  place: ReferenceView | null;

  /** Who lets it stand, and why; null while nobody does. */
  acknowledgement: AcknowledgementView | null;
}
