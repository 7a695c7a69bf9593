/** Numbers from 0 to below 1 that seem random, the same for the same seed. */
export class Random {
  constructor(private seed: number) {}

  next(): number {
    this.seed = (this.seed * 1664525 + 1013904223) % 4294967296;
    return this.seed / 4294967296;
  }

  /** So many of some things, in the order that they have; all of them where they are fewer. */
  choose<T>(things: readonly T[], count: number): T[] {
    const share = count / things.length;
    return share >= 1 ? [...things] : things.filter(() => this.next() < share);
  }

  /** One of some things. */
  one<T>(things: readonly T[]): T {
    return things[Math.floor(this.next() * things.length)]!;
  }
}
