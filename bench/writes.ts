import type autocannon from 'autocannon';
import pg from 'pg';
import { EVENT, idOf } from './data.js';
import { visitToCreate } from './operations.js';
import { type MakeRequests, type Sides, type Timing, measure } from './rounds.js';
import type { Figure } from './report.js';
import type { Server } from './processes.js';

/** Records of which both sides have as many, each changed by one connection at a time. */
const CHANGED = 400;

/** Measures the writes of the table. */
export async function measureWrites(sides: Sides, databaseUrl: string, timing: Timing): Promise<Figure[]> {
  const body = JSON.stringify(visitToCreate());
  const create: MakeRequests = () => [{ method: 'POST', path: '/v1/visits', body }];
  await assertSameCreation(sides, body);
  const created = await measure(sides, create, timing);
  const changed = await measure(sides, makeChanges(await readVersions(databaseUrl)), timing);
  return [
    { name: 'create a visit with 3 legs and 6 items', goal: 0.4, ...created },
    { name: 'change one field with If-Match', goal: 0.4, ...changed },
  ];
}

/** Both sides answer to a creation with the same, ids and instants aside. */
async function assertSameCreation(sides: Sides, body: string): Promise<void> {
  const create = async ({ url }: Server): Promise<string> => {
    const answer = await fetch(`${url}/v1/visits`, { method: 'POST', body, headers: sides.headers });
    return withoutMaking(await answer.text());
  };
  const [ours, theirs] = [await create(sides.product), await create(sides.baseline)];
  if (ours !== theirs) throw new Error(`Product and baseline create different visits:\n${ours}\n${theirs}`);
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

interface Known {
  readonly id: string;
  version: number;
}

/** Changes of one field of many records; each side has records of its own, and knows the version of each. */
function makeChanges(records: readonly Known[]): MakeRequests {
  const free = { product: records.slice(0, CHANGED), baseline: records.slice(CHANGED) };
  return (server) => [
    {
      method: 'PATCH',
      setupRequest: (request, context) => {
        const known = free[server].shift()!;
        (context as { known: Known }).known = known;
        const headers = { ...request.headers, 'if-match': `"${known.version}-"` };
        const body = JSON.stringify({ category: known.version % 2 ? 'study' : 'working' });
        return { ...request, path: `/v1/visits/${known.id}`, headers, body };
      },
      onResponse: (status, _body, context) => {
        const { known } = context as { known: Known };
        if (status === 200) known.version++;
        free[server].push(known);
      },
    } satisfies autocannon.Request,
  ];
}

async function readVersions(databaseUrl: string): Promise<Known[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<Known>(`select id, version from events where id < $1 order by id`, [
    idOf(EVENT, 2 * CHANGED + 1),
  ]);
  await client.end();
  return rows;
}
