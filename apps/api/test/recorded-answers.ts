import { SAMPLE, STORY } from '../src/openapi.example-ids.js';
import { exampleAt } from '../src/openapi.example-addresses.js';
import type { Example } from './examples.js';

/** Of what is many, as many are shown. */
const SHOWN = 2;

const FIXED: readonly string[] = [...Object.values(SAMPLE), ...Object.values(STORY)];

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What differs whenever the demo is loaded, besides ids. */
const CHANCE: readonly (readonly [found: RegExp, shown: string])[] = [
  [/corteo_(\w+_)?\w{30,}/g, 'corteo_$1…'],
  [/http:\/\/(?:127\.0\.0\.1|localhost):\d+/g, 'http://localhost:3000'],
];

interface Page {
  readonly items: readonly { readonly id?: string }[];
  readonly nextCursor?: string | null;
}

/** Makes of answers of the demo what the document shows: the same, whenever and wherever it was loaded. */
export class RecordedAnswers {
  private readonly answers = new Map<string, unknown>();
  private readonly ids = new Map<string, string>();

  /** @param name the status and the schema; what has one already keeps it */
  keep(name: string, { path }: Example, body: object): void {
    if (this.answers.has(name)) return;
    const shown = 'items' in body ? ofPage(body as Page, path) : body;
    this.answers.set(name, this.settled(shortened(shown)));
  }

  /** The answers by their names, in the order of these. */
  all(): Readonly<Record<string, unknown>> {
    return Object.fromEntries([...this.answers].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  private settled(value: unknown): unknown {
    const text = JSON.stringify(value).replace(UUID, (id) => (FIXED.includes(id) ? id : this.idInstead(id)));
    return JSON.parse(CHANCE.reduce((settled, [found, shown]) => settled.replace(found, shown), text));
  }

  private idInstead(id: string): string {
    const known =
      this.ids.get(id) ?? `019a8f3e-4c00-7000-8000-${`${9001 + this.ids.size}`.padStart(12, '0')}`;
    this.ids.set(id, known);
    return known;
  }
}

/** Of a list the row of the record whose address is shown, so that what is shown belongs together. */
function ofPage(page: Page, path: string): Page {
  const shown = exampleAt('get', `${path}/{id}`, 'id');
  const { items } = page;
  const row = items.find(({ id }) => id === shown) ?? items.find(tellsOfFixed) ?? items[0];
  const nextCursor = page.nextCursor && 'ZmM1YTg3…';
  return { ...page, items: row ? [row] : [], ...('nextCursor' in page ? { nextCursor } : {}) };
}

function tellsOfFixed(row: object): boolean {
  const text = JSON.stringify(row);
  return FIXED.some((id) => text.includes(id));
}

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, SHOWN).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shortened(member)]));
}
