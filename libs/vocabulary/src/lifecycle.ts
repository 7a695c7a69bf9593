/** The states of a kind of record, in their order, and where each may move. */
export interface Lifecycle<S extends string> {
  readonly initial: S;
  readonly moves: { readonly [from in S]: readonly S[] };
}

/**
 * Writes down a lifecycle as a table: the state a record begins in, and the moves out of each state.
 * A move to a state that has no row of its own does not compile.
 */
export function defineLifecycle<const S extends string>(
  initial: NoInfer<S>,
  moves: Record<S, readonly NoInfer<S>[]>,
): Lifecycle<S> {
  return { initial, moves };
}

/** The states of a lifecycle, in the order they were written. */
export function statesOf<S extends string>(lifecycle: Lifecycle<S>): S[] {
  return Object.keys(lifecycle.moves) as S[];
}

/** The states that a record may move to from the one it is in; none where its story ends. */
export function movesFrom<S extends string>(lifecycle: Lifecycle<S>, from: S): readonly S[] {
  return lifecycle.moves[from];
}

/**
 * The one way from a status to one further along, as the statuses to move to one after the other: a move that the table
 * knows, or else the only way on which every status comes later in the table than the one before, so that none is undone.
 * @returns nothing where there is no such way, or several
 */
export function wayTo<S extends string>(lifecycle: Lifecycle<S>, from: S, to: S): readonly S[] {
  if (movesFrom(lifecycle, from).includes(to)) return [to];
  const ways = waysForward(lifecycle, from, to);
  return ways.length === 1 ? ways[0]! : [];
}

function waysForward<S extends string>(lifecycle: Lifecycle<S>, from: S, to: S): S[][] {
  return movesForward(lifecycle, from).flatMap((next) =>
    next === to ? [[to]] : waysForward(lifecycle, next, to).map((way) => [next, ...way]),
  );
}

function movesForward<S extends string>(lifecycle: Lifecycle<S>, from: S): S[] {
  const order = statesOf(lifecycle);
  return movesFrom(lifecycle, from).filter((to) => order.indexOf(to) > order.indexOf(from));
}

/**
 * The statuses that a record has behind it when it has one: those that every way there leads through, and that one.
 * What it goes back to by its next move is before it again, such as the plan of what is postponed.
 */
export function passedBy<S extends string>(lifecycle: Lifecycle<S>, status: S): S[] {
  const isBehind = (state: S): boolean =>
    !movesFrom(lifecycle, status).includes(state) && !reachableStates(lifecycle, state).has(status);
  return statesOf(lifecycle).filter((state) => state === status || isBehind(state));
}

/**
 * Says what is wrong with a lifecycle, for the test that walks them all.
 * @returns one sentence for each unknown or unreachable state and each pointless move; empty when it is sound
 */
export function lifecycleProblems(lifecycle: Lifecycle<string>): string[] {
  const states = statesOf(lifecycle);
  const { initial } = lifecycle;
  const problems = states.includes(initial) ? [] : [`begins as ${initial}, which is not one of its states`];
  problems.push(...states.flatMap((from) => moveProblems(lifecycle, from)));
  const reached = reachableStates(lifecycle);
  const lost = states.filter((state) => !reached.has(state));
  return [...problems, ...lost.map((state) => `can never become ${state}`)];
}

function moveProblems(lifecycle: Lifecycle<string>, from: string): string[] {
  const states = statesOf(lifecycle);
  return movesFrom(lifecycle, from).flatMap((to, index, moves) => {
    if (!states.includes(to)) return [`moves from ${from} to ${to}, which is not one of its states`];
    if (to === from) return [`moves from ${from} to itself`];
    return moves.indexOf(to) < index ? [`moves from ${from} to ${to} twice`] : [];
  });
}

/** @param without a state that no way may lead through */
function reachableStates(lifecycle: Lifecycle<string>, without?: string): Set<string> {
  const reached = new Set([lifecycle.initial].filter((state) => state !== without));
  // A Set hands out what is added to it while it is walked.
  for (const state of reached) {
    for (const next of lifecycle.moves[state] ?? []) if (next !== without) reached.add(next);
  }
  return reached;
}
