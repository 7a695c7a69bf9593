import type { Verification } from '#vocabulary';
import type { Recorded } from '../answer.js';
import type { Client } from '../client.js';
import type { StoryRecords } from './stories.js';

/** One fact of a story: its paragraph, the record that holds it, where in the answer, and what must stand there. */
export type Fact = readonly [
  paragraph: number,
  record: string,
  pointer: string,
  value: unknown,
  verification?: Verification,
];

/** A fact as it was found: with its value, and what the source of the story is cited for it. */
interface Found {
  readonly asked: string;
  readonly value: unknown;
  readonly cited: readonly (readonly [paragraph: number, verification: Verification])[];
}

/** Looks facts of one story up, in the language that it is told in. */
export class FactFinder {
  private readonly answers = new Map<string, Promise<Recorded>>();
  private readonly citations: Promise<Recorded[]>;

  constructor(
    private readonly office: Client,
    private readonly records: StoryRecords,
    private readonly language: string,
  ) {
    this.citations = this.readCitations();
  }

  async find(fact: Fact): Promise<Found> {
    const [paragraph, record, pointer] = fact;
    const shown = await this.read(this.records.at(record));
    const cited = (await this.citations)
      .filter((citation) => this.isSaidBy(fact, citation))
      .map(({ verification }) => [paragraph, verification] as const);
    return { asked: `${record}${pointer}`, value: withoutIds(valueAt(shown, pointer)), cited };
  }

  /** Finds what the source of the story is cited for that none of its facts asks for. */
  async findUnasked(facts: readonly Fact[]): Promise<string[]> {
    const unasked = (await this.citations)
      .filter(({ field, value }) => field !== null && value === null)
      .filter((citation) => !facts.some((fact) => this.isSaidBy(fact, citation)));
    return unasked.map(
      ({ record, field, locator }) => `${this.records.keyOf(record.id)} ${field} ${locator.paragraph}`,
    );
  }

  /** Whether it is this fact that a citation stands by: one that says the same. */
  private isSaidBy([paragraph, record, pointer]: Fact, { value, field, ...citation }: Recorded): boolean {
    const isThere =
      citation.locator.paragraph === paragraph && citation.record.id === this.records.id(record);
    return isThere && value === null && namesOf(pointer.split('/')[1]!).includes(field);
  }

  private read(path: string): Promise<Recorded> {
    const known = this.answers.get(path) ?? this.ask(path);
    this.answers.set(path, known);
    return known;
  }

  /** All that the source of the story is cited for from a page on. */
  private async readCitations(cursor = ''): Promise<Recorded[]> {
    const source = this.records.id('sources.article');
    const page = await this.read(`/v1/citations?limit=200&source=${source}${cursor}`);
    const further = page.nextCursor ? await this.readCitations(`&cursor=${page.nextCursor}`) : [];
    return [...page.items, ...further];
  }

  private async ask(path: string): Promise<Recorded> {
    const { status, body, text } = await this.office.get(path, { 'accept-language': this.language });
    if (status !== 200) throw new Error(`GET ${path} answered ${text}`);
    return body;
  }
}

/** A fact as it must be found. */
export function expected([paragraph, record, pointer, value, verification = 'reported']: Fact): Found {
  return { asked: `${record}${pointer}`, value, cited: [[paragraph, verification]] };
}

/** What inputs may call a member of an answer: `name` is one of `names`, `place` is `placeId`, or `toPlaceId` of a relation. */
function namesOf(shown: string): string[] {
  const capital = shown.charAt(0).toUpperCase() + shown.slice(1);
  // Several, such as `topics` or `containedIn`; a single `topic` is another member.
  const several = shown.replace(/s$|(?<=In)$/, 'Ids');
  return [shown, `${shown}s`, `${shown}Id`, several, `to${capital}Id`];
}

function valueAt(shown: Recorded, pointer: string): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce((value, step) => value?.[step], shown);
}

/** References as names, and all else without its ids, which are others each time. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== 'object' || value === null) return value;
  const { id, ...rest } = value as Recorded;
  if (id && typeof rest.name === 'string') return rest.name;
  if (id && typeof rest.title === 'string') return rest.title;
  return Object.fromEntries(Object.entries(rest).map(([name, held]) => [name, withoutIds(held)]));
}
