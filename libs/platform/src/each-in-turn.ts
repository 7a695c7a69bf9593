/** What came of work that was done for several. */
export interface DoneInTurn<T> {
  readonly done: T[];
  /** Throws what failed, where anything did. */
  readonly assertDone: () => void;
}

/** Does some work for each, one after the other: where it fails for one, the others come all the same. */
export async function eachInTurn<S, T>(
  subjects: readonly S[],
  work: (subject: S) => Promise<T>,
): Promise<DoneInTurn<T>> {
  const [done, failures]: [T[], unknown[]] = [[], []];
  for (const subject of subjects)
    try {
      done.push(await work(subject));
    } catch (error) {
      failures.push(error);
    }
  const assertDone = (): void => {
    if (failures.length > 0)
      throw new AggregateError(failures, `It failed for ${failures.length} of ${subjects.length}.`);
  };
  return { done, assertDone };
}
