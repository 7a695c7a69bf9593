import { PickType } from '@nestjs/swagger';
import { IdOf, IsOneOf, PatchOf } from '#platform';
import { ListQuery, PageOf, RecordInput, RecordView } from '#records';
import { EventReferenceView } from '../events/event-reference.dto.js';
import { EVENT_LINK_KINDS } from './event-link.rules.js';

/** A link as it is recorded. */
export class CreateEventLink extends RecordInput {
  /** The event to link to. */
  @IdOf('event')
  toId: string;

  /**
   * What the one event has to do with the other; being part of it is said by the parent.
   * @example "in_preparation_for"
   */
  @IsOneOf(EVENT_LINK_KINDS)
  kind: (typeof EVENT_LINK_KINDS)[number];
}

/** A merge patch of a link. */
export class PatchEventLink extends PatchOf(PickType(CreateEventLink, ['kind', 'notes'])) {}

/** A link between two events. */
export class EventLinkView extends RecordView {
  /**
   * What the one event has to do with the other.
   * @example "in_preparation_for"
   */
  kind: (typeof EVENT_LINK_KINDS)[number];

  /** The event it links to. */
  to: EventReferenceView;
}

/** One page of links. */
export class EventLinkPage extends PageOf(EventLinkView) {}

/** Which links of an event to list. */
export class EventLinkQuery extends ListQuery {}
