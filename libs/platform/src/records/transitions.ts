import { type Lifecycle, movesFrom } from '#vocabulary';
import { Refusal, defineProblems } from '../problems/refusal.js';
import type { StatusChange } from './history.js';
import type { TransitionsView } from './record.dto.js';
import type { RecordEntity } from './record.entity.js';

/** A wish to move a record to another status. */
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

/** Refuses a move that the table does not know, or that is not ready. */
export function checkMove(
  name: string,
  lifecycle: Lifecycle<string>,
  from: string,
  to: string,
  missing: readonly string[],
): void {
  const allowed = movesFrom(lifecycle, from);
  if (!allowed.includes(to)) {
    const moves = allowed.length > 0 ? `From here it can become ${allowed.join(', ')}.` : 'It is at its end.';
    throw new Refusal(
      `${name}.illegal-move`,
      `${withArticle(name)} that is ${from} cannot become ${to}. ${moves}`,
      {
        allowed,
      },
    );
  }
  refuseUnready(name, to, missing);
}

/** Refuses a status that a record is not ready for, naming what it lacks. */
export function refuseUnready(name: string, status: string, missing: readonly string[]): void {
  if (missing.length === 0) return;
  throw new Refusal(
    `${name}.not-ready`,
    `${withArticle(name)} that is ${status} needs ${missing.join(', ')}.`,
    {
      missing,
    },
  );
}

function withArticle(noun: string): string {
  return `${/^[aeio]/.test(noun) ? 'An' : 'A'} ${noun}`;
}

/** Declares the refusals that every record with a lifecycle knows. */
export function defineMoveProblems(name: string): void {
  defineProblems({
    [`${name}.illegal-move`]: ['conflict', `The ${name} cannot make this move`],
    [`${name}.not-ready`]: ['conflict', `The ${name} is not ready for this move`],
  });
}

/** The property that holds the status: `status`, or `response` of a participation. */
export function statusProperty<T extends object>(record: T): keyof T {
  return ('status' in record ? 'status' : 'response') as keyof T;
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
