/** The value below which so many hundredths of some numbers lie; not a number where there are none. */
export function percentile(numbers: readonly number[], hundredths: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((hundredths / 100) * sorted.length))] ?? Number.NaN;
}

/** How often each word occurs. */
export class Tally {
  private readonly counts = new Map<string, number>();

  add(word: string | number, number = 1): void {
    this.counts.set(String(word), this.count(word) + number);
  }

  count(word: string | number): number {
    return this.counts.get(String(word)) ?? 0;
  }

  /** The words that occur so often. */
  wordsOf(number: number): string[] {
    return [...this.counts].filter(([, count]) => count === number).map(([word]) => word);
  }

  /** All of them, such as “200 × 17, 503 × 2”. */
  toString(): string {
    const entries = [...this.counts].sort(([a], [b]) => (a < b ? -1 : 1));
    return entries.map(([word, number]) => `${word} × ${number}`).join(', ') || 'nothing';
  }

  /** How many words there are that a pattern does not match. */
  countOthers(pattern: RegExp): number {
    return [...this.counts].reduce((sum, [word, number]) => sum + (pattern.test(word) ? 0 : number), 0);
  }

  get total(): number {
    return this.countOthers(/$^/);
  }
}
