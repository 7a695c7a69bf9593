import { OmitType, PickType } from '@nestjs/swagger';
import { AgendaItemReference, type Audience, type ItemKind, type ItemStatus } from '#agendas';
import { ParticipationItem } from '#participants';
import { IsLines, MayBeNull, ReferenceView } from '#platform';
import { ListQuery, PageOf, RecordView } from '#records';

/** The agenda as it stands is made known. */
export class CreatePublication {
  /**
   * What there is to say about this version.
   * @example "the afternoon in Rome is settled"
   */
  @MayBeNull()
  @IsLines(2000)
  note?: string | null;
}

/** Who takes part in an item, as it was published; named as they are now. */
export class PublishedParticipantView extends PickType(ParticipationItem, [
  'person',
  'organization',
  'delegation',
  'group',
  'placeholder',
  'role',
]) {}

/** An item of an agenda as it was published. */
export class PublishedItemView extends AgendaItemReference {
  /**
   * What kind of item it is.
   * @example "meeting"
   */
  kind: ItemKind;

  /**
   * Where it stood.
   * @example "confirmed"
   */
  status: ItemStatus;

  /**
   * Whom it is for.
   * @example "guests"
   */
  audience: Audience;

  /** Where it takes place. */
  place: ReferenceView | null;

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

  /**
   * The time zone of its place.
   * @example "Europe/Rome"
   */
  timeZone: string | null;

  /** Who takes part in it. */
  participants: PublishedParticipantView[];
}

/** A published version of an agenda in a list. */
export class PublicationItem extends OmitType(RecordView, ['notes']) {
  /**
   * Which version it is, from 1.
   * @example 2
   */
  number: number;

  /**
   * What there is to say about it.
   * @example "the afternoon in Rome is settled"
   */
  note: string | null;

  /**
   * How many items it holds.
   * @example 6
   */
  itemCount: number;
}

/** A published version of an agenda with its items, in order. */
export class PublicationView extends PublicationItem {
  /** What was published, in order. */
  items: PublishedItemView[];
}

/** One page of the published versions of an agenda. */
export class PublicationPage extends PageOf(PublicationItem) {}

/** Which published versions of an agenda to list. */
export class PublicationQuery extends OmitType(ListQuery, ['verification']) {}

/** What an item was like before a change, or is like after it. */
export class ItemStateView extends OmitType(PublishedItemView, ['id', 'participants']) {}

/** What became of one item from one published version to the next. */
export class PublishedChangeView {
  /**
   * What became of it.
   * @example "moved"
   */
  change: 'added' | 'moved' | 'changed' | 'cancelled';

  /** The item, by its title now or when it was last published. */
  item: AgendaItemReference;

  /**
   * What of it changed.
   * @example ["time", "place"]
   */
  fields: ('time' | 'place' | 'title' | 'kind' | 'status' | 'audience' | 'participants')[];

  /** What it was like; null where it was not on the agenda. */
  before: ItemStateView | null;

  /** What it is like; null where it is no longer on the agenda. */
  after: ItemStateView | null;

  /** Whom it concerns: those who took part or do now, or, where nothing else changed, those who joined or left. */
  participants: PublishedParticipantView[];
}

/** What changed from one published version of an agenda to the next. */
export class PublishedChangesView {
  /**
   * Which version it is, from 1.
   * @example 2
   */
  number: number;

  /**
   * The version before; null for the first one, to which everything was added.
   * @example 1
   */
  since: number | null;

  /** What changed, in the order of the agenda. */
  changes: PublishedChangeView[];
}
