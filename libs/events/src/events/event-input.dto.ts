import { IdOfColleague } from '#identity';
import {
  IdOf,
  IdsOf,
  IsLines,
  IsNames,
  IsOneOf,
  IsPartialDate,
  IsText,
  IsTextList,
  IsZone,
  ListOf,
  MayBeAbsent,
  MayBeNull,
  NameDto,
} from '#platform';
import { ClassifiedInput, TransitionDto } from '#records';
import { IsBoolean } from 'class-validator';
import { MODES, type Mode } from './event.rules.js';

/** A stop of an event. */
export class LegDto {
  /**
   * The id of a leg that stays, when a list of legs is replaced; without one the leg is made.
   * @example "019a8f3e-4c00-7000-8000-000000000003"
   */
  @MayBeAbsent()
  @IdOf('leg')
  id?: string;

  /** Where the stop is. */
  @MayBeNull()
  @IdOf('place')
  placeId?: string | null;

  /** When it begins, as far as it is known. */
  @MayBeNull()
  @IsPartialDate('2018-07-12')
  starts?: string | null;

  /** When it ends, as far as it is known. */
  @MayBeNull()
  @IsPartialDate('2018-07-12')
  ends?: string | null;
}

/** What visits and forums are recorded with alike. */
export class CreateEvent extends ClassifiedInput {
  /** Its names, in every language and script they are known in. */
  @IsNames()
  names: NameDto[];

  /** What it is about, by language. */
  @MayBeNull()
  @IsText()
  summary?: Record<string, string> | null;

  /** Its theme, by language. */
  @MayBeNull()
  @IsText()
  theme?: Record<string, string> | null;

  /**
   * Whether people meet in person, online or both.
   * @example "in_person"
   */
  @MayBeNull()
  @IsOneOf(MODES)
  mode?: Mode | null;

  /** The event it is part of: a summit that takes place within a fair. */
  @MayBeNull()
  @IdOf('event')
  parentId?: string | null;

  /** Its first day, as far as it is known. */
  @MayBeNull()
  @IsPartialDate('2018-07-12')
  starts?: string | null;

  /** Its last day, as far as it is known. */
  @MayBeNull()
  @IsPartialDate('2018-07-13')
  ends?: string | null;

  /** How the dates are described where they are not given, by language. */
  @MayBeNull()
  @IsText()
  datesNote?: Record<string, string> | null;

  /** Its IANA time zone; left out, that of its place or first leg. */
  @MayBeNull()
  @IsZone()
  timeZone?: string | null;

  /** Where it takes place, if that is one place. */
  @MayBeNull()
  @IdOf('place')
  placeId?: string | null;

  /** Its stops, in order. */
  @MayBeAbsent()
  @ListOf(() => LegDto)
  legs?: LegDto[];

  /** What it is about. */
  @MayBeAbsent()
  @IdsOf('topic')
  topicIds?: string[];

  /** What it is for, each objective by language. */
  @MayBeAbsent()
  @IsTextList()
  objectives?: Record<string, string>[];

  /** The colleague who looks after it: an actor. */
  @MayBeNull()
  @IdOfColleague()
  responsibleId?: string | null;

  /**
   * Whether its agenda is known to be complete.
   * @example false
   */
  @MayBeAbsent()
  @IsBoolean({ message: 'must be true or false' })
  agendaComplete?: boolean;
}

/** What a patch of an event may say beside its fields. */
export class DateChange {
  /**
   * Why the dates move; kept with the earlier dates. Taken only together with `starts` or `ends`, of an event that had dates.
   * @example "the fair hall is under repair"
   */
  @MayBeNull()
  @IsLines(2000)
  dateChangeReason?: string | null;
}

/** A move of an event to another status. */
export class MoveEvent extends TransitionDto {
  /**
   * Where an event is taken up again whose rooms are taken, by others since or by earlier items of its own: whether its
   * items there return as proposed. Otherwise the move is refused, and names those bookings.
   * @example false
   */
  @MayBeAbsent()
  @IsBoolean({ message: 'must be true or false' })
  releaseRooms?: boolean;
}
