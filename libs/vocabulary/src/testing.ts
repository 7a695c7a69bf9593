import { type Lifecycle, movesFrom, statesOf } from './lifecycle.js';

export { PARTIAL_DATES } from './partial-date.fixture.js';

/** A lifecycle read backwards: the states that lead into each state. */
export function waysInto<S extends string>(lifecycle: Lifecycle<S>): Record<string, S[]> {
  const states = statesOf(lifecycle);
  return Object.fromEntries(
    states.map((to) => [to, states.filter((from) => movesFrom(lifecycle, from).includes(to))]),
  );
}
export { PAIRS } from './words/pairs.fixture.js';
