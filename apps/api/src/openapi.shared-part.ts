import { inOrder } from './openapi.order.js';

interface Counted<T> {
  times: number;
  readonly context: string;
  readonly part: T;
}

/** What one could be called, the best name first. */
type Name<T> = (part: T, context: string) => string[];

interface Limits {
  /** Names that mean something else. */
  readonly taken?: readonly string[];
  /** How many bytes less a document has to be for a name to be worth it. */
  readonly worth?: number;
}

/** What is the same at several places, by names of which each is given once: first to what is there most often. */
export class Shared<T> {
  private readonly counts = new Map<string, Counted<T>>();
  private names: ReadonlyMap<string, string> | undefined;

  /** @param where the components are */
  constructor(
    private readonly where: string,
    private readonly nameOf: Name<T>,
    private readonly limits: Limits = {},
  ) {}

  count(part: T, context = ''): void {
    const text = JSON.stringify(part);
    const known = this.counts.get(text) ?? { times: 0, context, part };
    known.times += 1;
    this.counts.set(text, known);
  }

  share(part: T): T {
    const name = (this.names ??= this.nameAll()).get(JSON.stringify(part));
    return name ? (this.refer(name) as T) : part;
  }

  all(): Record<string, T> {
    const named = [...(this.names ?? [])].map(([text, name]) => [name, this.counts.get(text)!.part] as const);
    return inOrder(Object.fromEntries(named));
  }

  private nameAll(): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    const taken = new Set(this.limits.taken);
    const often = [...this.counts].filter(([, { times }]) => times > 1);
    for (const [text, counted] of often.sort(([, a], [, b]) => b.times - a.times)) {
      const name = this.nameOf(counted.part, counted.context).find((one) => !taken.has(one));
      if (!name || this.saved(text, counted, name) < (this.limits.worth ?? 0)) continue;
      names.set(text, name);
      taken.add(name);
    }
    return names;
  }

  private saved(text: string, { times }: Counted<T>, name: string): number {
    return (times - 1) * text.length - times * JSON.stringify(this.refer(name)).length;
  }

  private refer(name: string): object {
    return { $ref: `#/components/${this.where}/${name}` };
  }
}
