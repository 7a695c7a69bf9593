import type autocannon from 'autocannon';
import { PERSON, idOf } from './data.rows.js';
import { assertSameFeed, comparedTo } from './feed.js';
import type { Figure } from './report.js';
import { type Sides, type Timing, measure } from './rounds.js';
import { type Made, measureSync } from './sync.js';

/** How many visits the person takes part in whose calendar is read. */
const ENTRIES = 100;

/** More calendars than are kept, so that each of them is written anew when it is asked for again. */
const CALENDARS = 120;

/** Measures private calendars: written anew for each request, not sent at all, and asked for changes by CalDAV. */
export async function measureCalendars(sides: Sides, timing: Timing): Promise<Figure[]> {
  const office = new Office(sides);
  try {
    const subject = { kind: 'person', id: await office.findBusyPerson() };
    const links: Made[] = [];
    for (let one = 0; one < CALENDARS; one++) links.push(await office.makeAddress(subject));
    const tag = await assertSameFeed(sides, links[0]!.path);
    const cold = await measure(sides, inTurn(links), { ...timing, connections: 4 });
    const unchanged = { path: links[0]!.path, headers: { ...sides.headers, 'if-none-match': tag } };
    const polled = await measure(sides, () => [unchanged], { ...timing, alone: true });
    return [
      { name: `private calendar of ${ENTRIES} entries, cold`, goal: 0.8, ...cold },
      { name: 'private calendar, 304 (by the cold one)', goal: 10, ...comparedTo(cold, polled) },
      await measureSync(sides, await office.makeAddress({ kind: 'office' }), timing),
    ];
  } finally {
    await office.revokeAll();
  }
}

function inTurn(links: readonly Made[]): () => autocannon.Request[] {
  let asked = 0;
  return () => [
    {
      setupRequest: (request: autocannon.Request) => ({
        ...request,
        path: links[asked++ % links.length]!.path,
      }),
    },
  ];
}

/** What the office does before its calendars are measured. */
class Office {
  private readonly made: string[] = [];

  constructor(private readonly sides: Sides) {}

  /** Has somebody take part in as many visits as their calendar is to have. */
  async findBusyPerson(): Promise<string> {
    const person = idOf(PERSON, 1);
    const [from, to] = [-60, 600].map((days) =>
      new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
    );
    const { items } = await this.read<{ items: { id: string }[] }>(
      `/v1/visits?from=${from}&to=${to}&limit=${ENTRIES}`,
    );
    for (const { id } of items) {
      const body = { personId: person, side: 'host', role: 'greeter' };
      const { status } = await this.send('POST', `/v1/visits/${id}/participants`, body);
      // They do so already where the data were kept.
      if (status !== 201 && status !== 409) throw new Error(`A participant of ${id}: ${status}`);
    }
    return person;
  }

  async makeAddress(subject: object): Promise<Made> {
    const body = { subject, audience: 'internal', languages: ['it', 'en'], label: 'Benchmark' };
    const answer = await this.send('POST', '/v1/calendar-links', body);
    if (answer.status !== 201) throw new Error(`A calendar address: ${answer.status}`);
    const { id, address, password } = (await answer.json()) as Made & { address: string };
    this.made.push(id);
    return { id, path: new URL(address).pathname, password };
  }

  async revokeAll(): Promise<void> {
    for (const id of this.made) await this.send('DELETE', `/v1/calendar-links/${id}`);
  }

  private async read<T>(path: string): Promise<T> {
    return (await (await this.send('GET', path)).json()) as T;
  }

  private send(method: string, path: string, body?: object): Promise<Response> {
    const { product, headers } = this.sides;
    return fetch(product.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  }
}
