import { IntersectionType, OmitType } from '@nestjs/swagger';
import { CreateEvent, DateChange } from '#events';
import { EventAgendaItemWithParticipants, EventParticipation } from '#participants';
import {
  IdOf,
  IsOneOf,
  IsQuantity,
  IsText,
  IsWhole,
  ListOf,
  MayBeAbsent,
  MayBeNull,
  PatchOf,
  QuantityDto,
} from '#platform';
import { FORMATS, FORUM_STATUSES, type Format, type ForumStatus } from './forum.rules.js';

/** How many of one category of participants. */
export class AttendanceDto {
  /** Who is counted, by language. */
  @IsText()
  category: Record<string, string>;

  /** How many there are, where anybody knows. */
  @MayBeNull()
  @IsQuantity()
  quantity?: QuantityDto | null;
}

/** A forum as it is recorded: with its agenda and its participants in one request. */
export class CreateForum extends CreateEvent {
  /** The series it is an edition of. */
  @MayBeNull()
  @IdOf('forum series')
  seriesId?: string | null;

  /**
   * The number of the edition.
   * @example 3
   */
  @MayBeNull()
  @IsWhole(1, 10_000)
  edition?: number | null;

  /**
   * The year of the edition.
   * @example 2018
   */
  @MayBeNull()
  @IsWhole(1, 9999)
  year?: number | null;

  /**
   * What form it takes.
   * @example "week"
   */
  @MayBeNull()
  @IsOneOf(FORMATS)
  format?: Format | null;

  /** How many are expected, by category of participants. */
  @MayBeNull()
  @ListOf(() => AttendanceDto)
  expectedAttendance?: AttendanceDto[] | null;

  /** How many came, by category of participants. */
  @MayBeNull()
  @ListOf(() => AttendanceDto)
  actualAttendance?: AttendanceDto[] | null;

  /** How many side events were announced, known or not. */
  @MayBeNull()
  @IsQuantity()
  announcedSideEvents?: QuantityDto | null;

  /** Its agenda, in order. */
  @MayBeAbsent()
  @ListOf(() => EventAgendaItemWithParticipants)
  agenda?: EventAgendaItemWithParticipants[];

  /** Who takes part in the forum as a whole. */
  @MayBeAbsent()
  @ListOf(() => EventParticipation)
  participants?: EventParticipation[];

  /**
   * Where it stands when it is recorded; `announced` unless said otherwise. Later it moves by transitions.
   * @example "scheduled"
   */
  @MayBeAbsent()
  @IsOneOf(FORUM_STATUSES)
  status?: ForumStatus;
}

/** A merge patch of a forum. */
export class PatchForum extends PatchOf(
  IntersectionType(OmitType(CreateForum, ['agenda', 'participants', 'status']), DateChange),
) {}
