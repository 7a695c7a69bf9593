import { MODES, type Mode } from '#events';
import {
  IdOf,
  IdsOf,
  IsLanguageList,
  IsLine,
  IsOneOf,
  IsPartialDate,
  IsText,
  IsTime,
  IsWhole,
  MayBeAbsent,
  MayBeNull,
  PatchOf,
} from '#platform';
import { RecordInput } from '#records';
import {
  AUDIENCES,
  type Audience,
  DAY_PARTS,
  type DayPart,
  ITEM_KINDS,
  ITEM_STATUSES,
  type ItemKind,
  type ItemStatus,
} from './agenda-item.rules.js';

/** What is said of an agenda item at its creation and may be changed later. */
export class AgendaItemFields extends RecordInput {
  /**
   * What kind of item it is.
   * @example "meeting"
   */
  @IsOneOf(ITEM_KINDS)
  kind: ItemKind;

  /** What it is called, by language. */
  @IsText()
  title: Record<string, string>;

  /** What it is about, by language. */
  @MayBeNull()
  @IsText()
  abstract?: Record<string, string> | null;

  /** Where it takes place. */
  @MayBeNull()
  @IdOf('place')
  placeId?: string | null;

  /**
   * When it starts, where the time is known; never beside `on`. Without an offset from UTC it is what the clocks at its
   * place show, which they must show once that day; with one it is that instant, and a conflict tells where clocks there
   * have another.
   */
  @MayBeNull()
  @IsTime('2018-07-12T09:30:00+02:00')
  startsAt?: string | null;

  /** When it ends, where it has a start; said like the start. */
  @MayBeNull()
  @IsTime('2018-07-12T11:00:00+02:00')
  endsAt?: string | null;

  /** The date as far as it is known, where the time is not. */
  @MayBeNull()
  @IsPartialDate('2018-07-12')
  on?: string | null;

  /**
   * The part of the day, where the time is not known; never beside `startsAt`.
   * @example "afternoon"
   */
  @MayBeNull()
  @IsOneOf(DAY_PARTS)
  dayPart?: DayPart | null;

  /**
   * Whether people meet in person, online or both.
   * @example "in_person"
   */
  @MayBeNull()
  @IsOneOf(MODES)
  mode?: Mode | null;

  /** The organizations that receive the guests. */
  @MayBeAbsent()
  @IdsOf('organization')
  hostOrganizationIds?: string[];

  /**
   * The track it belongs to, where several run side by side.
   * @example "Big data"
   */
  @MayBeNull()
  @IsLine()
  track?: string | null;

  /** The languages it is held in. */
  @MayBeAbsent()
  @IsLanguageList()
  languages?: string[];

  /**
   * Whom it is for; `guests` unless said otherwise.
   * @example "guests"
   */
  @MayBeAbsent()
  @IsOneOf(AUDIENCES)
  audience?: Audience;

  /** What it is about. */
  @MayBeAbsent()
  @IdsOf('topic')
  topicIds?: string[];

  /**
   * Its place in the order of the agenda, from 0; left out, after the last.
   * @example 0
   */
  @MayBeAbsent()
  @IsWhole(0, 1_000_000)
  position?: number;
}

/** What is said of an agenda item at its creation only. */
class NewAgendaItem extends AgendaItemFields {
  /**
   * Where it stands; later it moves by transitions.
   * @example "proposed"
   */
  @MayBeAbsent()
  @IsOneOf(ITEM_STATUSES)
  status?: ItemStatus;
}

/** An agenda item within the creation of a whole event. */
export class EventAgendaItem extends NewAgendaItem {
  /**
   * The leg it belongs to: its index in the legs of this request, from 0.
   * @example 0
   */
  @MayBeNull()
  @IsWhole(0, 499)
  leg?: number | null;

  /**
   * The item it is part of: its index in the agenda of this request, from 0. Parts have no parts.
   * @example 0
   */
  @MayBeNull()
  @IsWhole(0, 499)
  parent?: number | null;
}

/** An agenda item that is added to an event. */
export class CreateAgendaItem extends NewAgendaItem {
  /** The leg of the event that it belongs to. */
  @MayBeNull()
  @IdOf('leg')
  legId?: string | null;

  /** The item it is part of, such as the opening of a keynote. Parts have no parts. */
  @MayBeNull()
  @IdOf('agenda item')
  parentId?: string | null;
}

/** What of an agenda item may be changed. */
class ChangingAgendaItem extends AgendaItemFields {
  /** The leg of the event that it belongs to. */
  @MayBeNull()
  @IdOf('leg')
  legId?: string | null;

  /** The item it is part of, such as the opening of a keynote. Parts have no parts. */
  @MayBeNull()
  @IdOf('agenda item')
  parentId?: string | null;
}

/** A merge patch of an agenda item. */
export class PatchAgendaItem extends PatchOf(ChangingAgendaItem) {}
