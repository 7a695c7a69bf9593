import { IdOf, IsOneOf, IsPartialDate, IsTime, IsWhole, ListOf, MayBeAbsent, MayBeNull } from '#platform';
import { ConflictView } from '../conflicts/conflicts.dto.js';
import { DAY_PARTS, type DayPart } from '../items/agenda-item.rules.js';
import { AgendaItemView } from '../items/agenda-view.dto.js';

/** Where one item goes; what is left out stays. */
export class AgendaMove {
  /** The item of this agenda. */
  @IdOf('agenda item')
  id: string;

  /**
   * The version that the move is based on; left out, any.
   * @example 1
   */
  @MayBeAbsent()
  @IsWhole(1)
  version?: number;

  /**
   * Its place in the order of the agenda, from 0.
   * @example 0
   */
  @MayBeAbsent()
  @IsWhole(0, 1_000_000)
  position?: number;

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

  /** The leg of the event that it belongs to. */
  @MayBeNull()
  @IdOf('leg')
  legId?: string | null;

  /** Where it takes place. */
  @MayBeNull()
  @IdOf('place')
  placeId?: string | null;
}

/** Items of one agenda that are moved together: all of them, or none. */
export class MoveAgendaItems {
  /** The items to move, each once. */
  @ListOf(() => AgendaMove, { least: 1 })
  items: AgendaMove[];
}

/** The items that were moved. */
export class MovedAgendaView {
  /** The items as they are now, in order. */
  items: AgendaItemView[];

  /** What stands against them. */
  conflicts: ConflictView[];
}
