import { SAMPLE } from '../../../api/src/openapi.example-ids.js';

type Headers = Readonly<Record<string, string>>;

const JSON_BODY: Headers = { 'content-type': 'application/json' };
const DOCUMENT: Headers = { 'content-type': 'text/plain', 'if-match': '*' };

/** Asks a running demo, as its admin, for what no dossier holds. */
export class DemoCaller {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** Whether no visit and no forum takes place from a day on. */
  async isNothingComing(today: string): Promise<boolean> {
    const answer = await this.ask('GET', `/v1/events?from=${today}&limit=1`);
    const { items } = (await answer.json()) as { items: unknown[] };
    return items.length === 0;
  }

  /** Adds documents, published agendas and a protected profile to the samples, each once. */
  async addSamples(): Promise<void> {
    for (const source of [SAMPLE.letter, SAMPLE.note])
      await this.addOnce(`/v1/sources/${source}/document`, 'PUT', DOCUMENT, 'A sample of a letter.\n');
    const profile = `/v1/people/${SAMPLE.traveller}/protected-profile`;
    await this.addOnce(profile, 'PUT', JSON_BODY, JSON.stringify({ dietary: 'vegetarian' }));
    for (const event of [`visits/${SAMPLE.visit}`, `forums/${SAMPLE.forum}`])
      await this.addOnce(`/v1/${event}/agenda/publications/1`, 'POST', JSON_BODY, '{}');
  }

  private async addOnce(path: string, method: string, headers: Headers, body: string): Promise<void> {
    if ((await this.ask('GET', path)).status !== 404) return;
    const at = method === 'POST' ? path.replace(/\/1$/, '') : path;
    const answer = await this.ask(method, at, headers, body);
    // What somebody has put away is not added to.
    if (!answer.ok && answer.status !== 404 && answer.status !== 409)
      throw new Error(`${method} ${at}: ${await answer.text()}`);
  }

  private async ask(method: string, path: string, headers: Headers = {}, body?: string): Promise<Response> {
    const own = { authorization: `Bearer ${this.token}`, 'corteo-reason': 'sample' };
    return fetch(`${this.url}${path}`, { method, headers: { ...own, ...headers }, body: body ?? null });
  }
}
