import { type Lifecycle, movesFrom } from '#vocabulary';
import type { TransitionsView } from './record.dto.js';

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
