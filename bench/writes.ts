import type autocannon from 'autocannon';
import pg from 'pg';
import { AGREEMENT, EVENT, idOf } from './data.rows.js';
import { visitToCreate } from './operations.js';
import { type MakeRequests, type Sides, type Timing, measure } from './rounds.js';
import type { Figure } from './report.js';
import type { Server } from './processes.js';

/** Records that each side has for itself, each written by one connection at a time. */
const OWN = 400;

/** A record, and the version it has by now. */
interface Known {
  readonly id: string;
  version: number;
}

interface Write {
  readonly method: 'POST' | 'PATCH';
  readonly path: string;
  readonly body: string;
}

const CREATION: Write = { method: 'POST', path: '/v1/visits', body: JSON.stringify(visitToCreate()) };

function changeOf({ id, version }: Known): Write {
  // Neither is in the data: what changes nothing would be no write.
  const body = JSON.stringify({ category: version % 2 ? 'signing' : 'exploratory' });
  return { method: 'PATCH', path: `/v1/visits/${id}`, body };
}

function moveOf({ id, version }: Known): Write {
  const move = { to: version % 2 ? 'suspended' : 'in_force', reason: 'Under review' };
  return { method: 'POST', path: `/v1/agreements/${id}/transitions`, body: JSON.stringify(move) };
}

/** Measures the writes of the table. */
export async function measureWrites(sides: Sides, databaseUrl: string, timing: Timing): Promise<Figure[]> {
  const visits = await readKnown(databaseUrl, EVENT, 'select id, version from events');
  const inForce = `select id, version from agreements where status = case version % 2 when 1 then 'in_force' else 'suspended' end`;
  const agreements = await readKnown(databaseUrl, AGREEMENT, inForce);
  await assertSameCreation(sides);
  await assertSameMoves(sides, agreements.shift()!);
  const created = await measure(sides, () => [CREATION], timing);
  const changed = await measure(sides, writesOf(visits, changeOf), timing);
  const moved = await measure(sides, writesOf(agreements, moveOf), timing);
  return [
    { name: 'create a visit with 3 legs and 6 items', goal: 0.4, ...created },
    { name: 'change one field with If-Match', goal: 0.4, ...changed },
    { name: 'transition of an agreement, with history', goal: 0.4, ...moved },
  ];
}

/** Both sides answer a creation with the same, ids and instants aside. */
async function assertSameCreation(sides: Sides): Promise<void> {
  const create = async (server: Server): Promise<string> =>
    withoutMaking(await write(server, sides, CREATION));
  const [ours, theirs] = [await create(sides.product), await create(sides.baseline)];
  if (ours !== theirs) throw new Error(`Product and baseline create different visits:\n${ours}\n${theirs}`);
}

/** Moves there and back leave the same in the history of a record, whoever makes them. */
async function assertSameMoves(sides: Sides, agreement: Known): Promise<void> {
  const move = async (server: Server): Promise<string> => {
    for (let moves = 0; moves < 2; moves++, agreement.version++)
      await write(server, sides, moveOf(agreement), { 'if-match': `"${agreement.version}-"` });
    const url = `${sides.product.url}/v1/agreements/${agreement.id}/history?limit=2`;
    const history = await (await fetch(url, { headers: sides.headers })).text();
    const { items } = JSON.parse(history) as { items: object[] };
    return withoutMaking(JSON.stringify(items)).replace(/"(version|id)":"?\d+"?/g, '"$1"');
  };
  const [ours, theirs] = [await move(sides.product), await move(sides.baseline)];
  if (ours !== theirs) throw new Error(`Product and baseline move differently:\n${ours}\n${theirs}`);
}

async function write(
  { url }: Server,
  { headers }: Sides,
  { path, ...given }: Write,
  more: object = {},
): Promise<string> {
  const answer = await fetch(url + path, { ...given, headers: { ...headers, ...more } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${given.method} ${path}: ${answer.status} ${text}`);
  return text;
}

/** An answer in which ids count from 1 in the order they are met, and instants of its making do not show. */
function withoutMaking(json: string): string {
  const ids = new Map<string, number>();
  return json
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
      if (!ids.has(id)) ids.set(id, ids.size + 1);
      return `#${ids.get(id)}`;
    })
    .replace(/\d{4}-\d\d-\d\dT[\d:]+\.\d{3}Z/g, 'then');
}

/** Writes to many records; each side has records of its own, and knows the version of each. */
function writesOf(records: readonly Known[], toWrite: (known: Known) => Write): MakeRequests {
  const half = Math.floor(records.length / 2);
  const free = { product: records.slice(0, half), baseline: records.slice(half) };
  return (server) => [
    {
      setupRequest: (request, context) => {
        const known = free[server].shift()!;
        (context as { known: Known }).known = known;
        const headers = { ...request.headers, 'if-match': `"${known.version}-"` };
        return { ...request, ...toWrite(known), headers };
      },
      onResponse: (status, _body, context) => {
        const { known } = context as { known: Known };
        if (status === 200) known.version++;
        free[server].push(known);
      },
    } satisfies autocannon.Request,
  ];
}

async function readKnown(databaseUrl: string, kind: number, query: string): Promise<Known[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<Known>(
    `select id, version from (${query}) r where id between $1 and $2 order by id limit ${2 * OWN + 1}`,
    [idOf(kind, 1), idOf(kind, 10 * OWN)],
  );
  await client.end();
  return rows;
}
