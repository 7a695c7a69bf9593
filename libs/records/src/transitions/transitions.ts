import { randomUUIDv7 } from 'node:crypto';
import { withArticle } from '#platform';
import { Refusal, invalid } from '#refusals';
import { type Lifecycle, movesFrom, statesOf, wayTo } from '#vocabulary';
import type { RecordKind } from '../kinds/record-kind.js';
import type { TransitionsView } from '../record.dto.js';
import type { RecordEntity } from '../record.entity.js';
import type { Move } from './move.js';
import type { StatusChange } from './status-history.js';

/**
 * The single moves that lead to a status, in order: one for each status on the way. The last is effective when the whole is.
 * @throws Refusal `….illegal-move` where no way leads there, or several do
 */
export function singleMoves(
  kind: Pick<RecordKind, 'name' | 'moves' | 'lifecycle'>,
  from: string,
  { effectiveOn = null, ...move }: Move,
): Move[] {
  const way = wayTo(kind.lifecycle!, from, move.to);
  if (way.length === 0) throw illegalMove(kind, from, move.to);
  // Ids of the same millisecond come in no order of their own.
  const ids = way.map(() => randomUUIDv7()).sort();
  return way.map((to, at) => ({
    ...move,
    to,
    ...(to === move.to ? { effectiveOn } : { effectiveOn: null, onwardTo: move.to }),
    stepId: ids[at]!,
  }));
}

/**
 * Describes where a record stands and the moves that are open to it.
 * @param missing what a move still lacks, in words; nothing where it is ready
 */
export function describeMoves(
  lifecycle: Lifecycle<string>,
  status: string,
  missing: (to: string) => string[] = () => [],
): TransitionsView {
  return { status, allowed: movesFrom(lifecycle, status).map((to) => ({ to, missing: missing(to) })) };
}

/** Refuses a move that the lifecycle of a kind does not know, or that is not ready. */
export function checkMove(
  kind: Pick<RecordKind, 'name' | 'moves' | 'lifecycle'>,
  from: string,
  to: string,
  missing: readonly string[],
): void {
  if (!movesFrom(kind.lifecycle!, from).includes(to)) throw illegalMove(kind, from, to);
  refuseUnready(kind, to, missing);
}

function illegalMove(
  { name, moves, lifecycle }: Pick<RecordKind, 'name' | 'moves' | 'lifecycle'>,
  from: string,
  to: string,
): Refusal {
  const states = statesOf(lifecycle!);
  if (!states.includes(to))
    return invalid([{ pointer: '/to', detail: `must be one of ${states.join(', ')}.`, code: 'in' }]);
  const allowed = movesFrom(lifecycle!, from);
  const further = allowed.length > 0 ? `From here it can become ${allowed.join(', ')}.` : 'It is at its end.';
  const detail = `${capitalized(withArticle(name))} that is ${from} cannot become ${to}. ${further}`;
  return new Refusal(moves.illegal, detail, { allowed });
}

/** Refuses a status that a record is not ready for, naming what it lacks. */
export function refuseUnready(
  kind: Pick<RecordKind, 'name' | 'moves'>,
  status: string,
  missing: readonly string[],
): void {
  if (missing.length === 0) return;
  const detail = `${capitalized(withArticle(kind.name))} that is ${status} needs ${missing.join(', ')}.`;
  throw new Refusal(kind.moves.unready, detail, { missing });
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The step in its history that a record has just made. */
export function stepOf(
  moved: RecordEntity,
  from: string,
  { to, reason, effectiveOn, stepId }: Move,
): StatusChange {
  const { id, updatedAt, updatedById } = moved;
  return {
    ...(stepId ? { id: stepId } : {}),
    recordId: id,
    fromStatus: from,
    toStatus: to,
    at: updatedAt,
    byId: updatedById,
    reason,
    effectiveOn,
  };
}
