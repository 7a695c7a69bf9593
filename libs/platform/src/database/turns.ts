/** Something that so many may have at a time; others queue for it, each as long as it can wait. */
export class Turns {
  private taken = 0;
  private readonly queue = new Set<() => void>();

  /**
   * @param places how many have it at a time
   * @param most how many may queue
   */
  constructor(
    private readonly places: number,
    private readonly most = Infinity,
  ) {}

  /** How many queue. */
  get waiting(): number {
    return this.queue.size;
  }

  /** Whether nobody has it or queues for it. */
  get isUnused(): boolean {
    return this.taken === 0;
  }

  /**
   * Takes a place; give it back with `leave`.
   * @param until the time of `performance.now()` until which to wait
   * @returns whether there was one in time
   */
  take(until: number): boolean | Promise<boolean> {
    if (this.taken < this.places) {
      this.taken++;
      return true;
    }
    const time = until - performance.now();
    return this.queue.size >= this.most || time <= 0 ? false : this.wait(time);
  }

  /** Gives a place back: whoever has queued longest has it then. */
  leave(): void {
    const [first] = this.queue;
    if (first) first();
    else this.taken--;
  }

  private wait(time: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (hasPlace: boolean): void => {
        clearTimeout(timer);
        this.queue.delete(go);
        resolve(hasPlace);
      };
      const go = (): void => end(true);
      const timer = setTimeout(end, time, false);
      this.queue.add(go);
    });
  }
}
