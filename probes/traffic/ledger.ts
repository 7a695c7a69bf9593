import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client, Reply } from './client.js';
import { Tally } from './figures.js';
import { type Company, type ReadVisit, isWhole, makeCompany, wholeVisit } from './visits.js';

/** What was acknowledged of a visit. */
interface Entry {
  readonly id: string;
  version: number;
  readonly participations: string[];
  /** Held by one writer at a time. */
  busy: boolean;
  checked: boolean;
}

interface Items {
  readonly items: readonly { readonly id: string }[];
}

/** What is wrong with what was written. */
class Losses {
  /** Acknowledged, and not there, or there in an older version. */
  readonly lost: string[] = [];
  /** There without all its parts. */
  readonly halves: string[] = [];
  /** There more than once, or answered otherwise when sent again. */
  readonly doubled: string[] = [];
}

/** Writes visits and parts of them, keeps what was acknowledged, and looks for it later. */
export class Ledger {
  acknowledged = 0;
  readonly statuses = new Tally();
  readonly losses = new Losses();
  private readonly known = new Map<string, Entry>();
  private readonly pending = new Set<string>();

  private constructor(
    private readonly client: Client,
    private readonly company: Company,
  ) {}

  static async open(client: Client): Promise<Ledger> {
    return new Ledger(client, await makeCompany(client));
  }

  /** Writes once: a visit, a change of one, or a participant. */
  async write(): Promise<void> {
    const dice = Math.random();
    const free = [...this.known.values()].slice(-100).filter(({ busy }) => !busy);
    const entry = free[Math.floor(Math.random() * free.length)];
    const status =
      dice < 0.5 || !entry ? await this.create() : await this.hold(entry, dice < 0.8 ? 'change' : 'join');
    this.statuses.add(status);
    if (status === 200 || status === 201) this.acknowledged++;
    else await wait(50);
  }

  /** Looks for everything that was acknowledged since the last time, and for a tenth of what was before. */
  async check(client = this.client): Promise<void> {
    for (const [key, entry] of this.known) {
      if (!entry.checked || Math.random() < 0.1) await this.look(client, key, entry);
    }
  }

  /** Sends again whatever was not answered: it must then be there once, whether it was before or not. */
  async settle(): Promise<void> {
    for (const key of this.pending) await this.sendAgain(key);
    this.pending.clear();
  }

  private async create(): Promise<number> {
    // What was not acknowledged is sent again, as by anybody who wants it done.
    const [key = randomUUID()] = this.pending;
    this.pending.delete(key);
    const { status, json } = await this.post(key);
    if (status === 201) this.keep(key, json!.id);
    else this.pending.add(key);
    return status;
  }

  private post(key: string): Promise<Reply<{ id: string }>> {
    const body = wholeVisit(`Visit ${key}`, this.company);
    return this.client.json('POST', '/v1/visits', { body, headers: { 'idempotency-key': key } });
  }

  private keep(key: string, id: string): void {
    this.known.set(key, { id, version: 1, participations: [], busy: false, checked: false });
  }

  private async hold(entry: Entry, work: 'change' | 'join'): Promise<number> {
    entry.busy = true;
    try {
      return await this[work](entry);
    } finally {
      entry.busy = false;
    }
  }

  private async change(entry: Entry): Promise<number> {
    const body = { summary: { en: `After version ${entry.version}` } };
    const sent = { body, headers: { 'if-match': '*' } };
    const { status, json } = await this.client.json<ReadVisit>('PATCH', `/v1/visits/${entry.id}`, sent);
    if (status === 200) Object.assign(entry, { version: json!.version, checked: false });
    return status;
  }

  private async join(entry: Entry): Promise<number> {
    const body = { personId: this.company.personId, side: 'guest', role: 'speaker' };
    const path = `/v1/visits/${entry.id}/participants`;
    const { status, json } = await this.client.json<{ id: string }>('POST', path, { body });
    if (status === 201) entry.participations.push(json!.id);
    entry.checked = false;
    return status;
  }

  private async look(client: Client, key: string, entry: Entry): Promise<void> {
    const path = `/v1/visits/${entry.id}`;
    const { status, json: visit } = await client.json<ReadVisit>('GET', path);
    const { json: people } = await client.json<Items>('GET', `${path}/participants?limit=200`);
    const there = new Set(people?.items?.map(({ id }) => id));
    const missing = entry.participations.filter((id) => !there.has(id)).length;
    if (status !== 200 || !visit) this.losses.lost.push(`visit ${key} is answered ${status}`);
    else if (visit.version < entry.version)
      this.losses.lost.push(`visit ${key} has version ${visit.version}`);
    else if (missing > 0) this.losses.lost.push(`visit ${key} misses ${missing} participants`);
    else if (!isWhole(visit, there.size)) this.losses.halves.push(`visit ${key}`);
    entry.checked = true;
  }

  private async sendAgain(key: string): Promise<void> {
    const before = await this.find(key);
    const { status, json } = await this.post(key);
    if (status !== 201 || (before[0] && before[0] !== json!.id))
      this.losses.doubled.push(`visit ${key}, sent again, is answered ${status}`);
    const after = await this.find(key);
    if (after.length !== 1) this.losses.doubled.push(`visit ${key} is there ${after.length} times`);
    else this.keep(key, after[0]!);
  }

  private async find(key: string): Promise<string[]> {
    const { json } = await this.client.json<Items>('GET', `/v1/visits?q=${key}`);
    return (json?.items ?? []).map(({ id }) => id);
  }
}
