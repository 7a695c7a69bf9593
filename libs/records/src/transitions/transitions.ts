import { withArticle } from '#platform';
import { Refusal, invalid } from '#refusals';
import { type Lifecycle, movesFrom, statesOf } from '#vocabulary';
import type { RecordKind } from '../kinds/record-kind.js';
import type { TransitionsView } from '../record.dto.js';
import type { RecordEntity } from '../record.entity.js';
import type { StatusChange } from './status-history.js';

/** A request to move a record to another status. */
export interface Move {
  readonly to: string;
  readonly reason?: string | null;
  readonly effectiveOn?: string | null;
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
  const states = statesOf(kind.lifecycle!);
  if (!states.includes(to))
    throw invalid([{ pointer: '/to', detail: `must be one of ${states.join(', ')}.`, code: 'in' }]);
  const allowed = movesFrom(kind.lifecycle!, from);
  if (!allowed.includes(to)) {
    const further =
      allowed.length > 0 ? `From here it can become ${allowed.join(', ')}.` : 'It is at its end.';
    const detail = `${capitalized(withArticle(kind.name))} that is ${from} cannot become ${to}. ${further}`;
    throw new Refusal(kind.moves.illegal, detail, { allowed });
  }
  refuseUnready(kind, to, missing);
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
export function stepOf(moved: RecordEntity, from: string, { to, reason, effectiveOn }: Move): StatusChange {
  const { id, updatedAt, updatedById } = moved;
  return {
    recordId: id,
    fromStatus: from,
    toStatus: to,
    at: updatedAt,
    byId: updatedById,
    reason,
    effectiveOn,
  };
}
