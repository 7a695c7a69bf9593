import { setTimeout as wait } from 'node:timers/promises';
import { type Finding, type Probe, none } from './probe.js';
import { openCluster } from './stage/database.js';
import { Product } from './stage/product.js';
import { Client } from './traffic/client.js';
import { Tally } from './traffic/figures.js';
import { type Around, type Part, WHOLES, type Whole, makeAround } from './wholes.js';

const SPREAD_MS = 12;

/** Both instances of one office. */
type Instances = readonly [Client, Client];

/** Records are put away by one instance while another makes what belongs to them. */
export const archiveAgainstCreate: Probe = {
  name: 'archive-against-create',
  async run(stage, extent) {
    const databaseUrl = await openCluster(stage);
    const first = await Product.open(stage, { databaseUrl });
    const second = await Product.open(stage, { databaseUrl });
    const instances: Instances = [clientOf(first), clientOf(second)];
    const around = await makeAround(instances[0]);
    const [orphans, late, answers, made] = [new Tally(), new Tally(), new Tally(), new Tally()];
    const rounds = extent.rounds(15, 60);
    for (const whole of WHOLES) {
      for (let round = 0; round < rounds; round++)
        await race(instances, whole, around, { orphans, late, answers, made, round });
    }
    for (const client of instances) client.close();
    return judge({ orphans, late, answers, made }, rounds);
  },
};

interface Counts {
  readonly orphans: Tally;
  readonly late: Tally;
  readonly answers: Tally;
  /** How often each kind of part was made; 0 times stand there, too. */
  readonly made: Tally;
}

function judge({ orphans, late, answers, made }: Counts, rounds: number): Finding[] {
  const list = (counts: Tally): string[] => (counts.total ? [String(counts)] : []);
  const never = made.wordsOf(0);
  return [
    none('kinds of parts that were never made', never.length, never),
    none(`orphans after ${rounds} rounds of ${WHOLES.length} kinds`, orphans.total, list(orphans)),
    none('made for what was put away before', late.total, list(late)),
    none(`answers (${answers}) other than 2xx and 4xx`, answers.countOthers(/^[24]\d\d$/)),
  ];
}

function clientOf({ url, token }: Product): Client {
  return new Client(url, { token, sockets: 20 });
}

/** One round: everything that belongs to a record is made while the record is put away. */
async function race(
  instances: Instances,
  whole: Whole,
  around: Around,
  { orphans, late, answers, made, round }: Counts & { round: number },
): Promise<void> {
  const client = instances[round % 2]!;
  const id = await whole.make(client, around);
  const [address, parts] = [whole.address(id, around), whole.parts(id, around)];
  const makers = parts.map((part, index) => makePart(instances[(round + index) % 2]!, part, answers));
  const [, ...locations] = await Promise.all([putAway(client, address, answers), ...makers]);
  for (const [index, location] of locations.entries())
    made.add(`${parts[index]!.kind} of ${whole.name}`, location ? 1 : 0);
  if (await isLive(client, address)) return;
  for (const [index, location] of locations.entries()) {
    const { kind, stays } = parts[index]!;
    if (location && !stays && (await isLive(client, location))) orphans.add(`${kind} of ${whole.name}`);
  }
  for (const part of parts) {
    const { status } = await client.send('POST', part.path, { body: part.body });
    if (status < 300) late.add(`${part.kind} of ${whole.name}`);
  }
}

async function putAway(client: Client, address: string, answers: Tally): Promise<null> {
  await wait(Math.random() * SPREAD_MS);
  const { status, error } = await client.send('DELETE', address, { headers: { 'if-match': '*' } });
  answers.add(error ?? status);
  return null;
}

/** Makes it, and gives its address where it was made. */
async function makePart(client: Client, { path, body }: Part, answers: Tally): Promise<string | null> {
  await wait(Math.random() * SPREAD_MS);
  const { status, error, headers } = await client.send('POST', path, { body });
  answers.add(error ?? status);
  return status === 201 ? headers.location! : null;
}

async function isLive(client: Client, location: string): Promise<boolean> {
  const path = `${location}?archived=include`;
  const { status, json } = await client.json<{ archivedAt: string | null }>('GET', path);
  return status === 200 && json!.archivedAt === null;
}
