/** Does the same over and over, in several lanes at once, until it is told to end. */
export class Lanes {
  private going = true;
  private readonly lanes: Promise<void>[];

  constructor(
    count: number,
    private readonly work: (lane: number) => Promise<unknown>,
  ) {
    this.lanes = Array.from({ length: count }, (_, lane) => this.run(lane));
  }

  /** Ends after what is under way. */
  async end(): Promise<void> {
    this.going = false;
    await Promise.all(this.lanes);
  }

  private async run(lane: number): Promise<void> {
    while (this.going) await this.work(lane);
  }
}

/** Does something with each of some things, a few at a time. */
export async function eachOf<T>(
  things: readonly T[],
  lanes: number,
  work: (thing: T) => Promise<unknown>,
): Promise<void> {
  const queue = things[Symbol.iterator]();
  const run = async (): Promise<void> => {
    for (const thing of queue) await work(thing);
  };
  await Promise.all(Array.from({ length: lanes }, run));
}
