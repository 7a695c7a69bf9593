import fc from 'fast-check';
import { memoryOf } from '../bench/processes.js';
import { makeToken } from '#identity';
import { hostileCalendar, hostileXml } from './fuzzing/calendars.js';
import type { Extent } from './options.js';
import { type Finding, type Probe, atMost, none, so, some } from './probe.js';
import { openCluster } from './stage/database.js';
import { Product } from './stage/product.js';
import { type Answer, Client } from './traffic/client.js';
import { Tally, percentile } from './traffic/figures.js';
import { eachOf } from './traffic/lanes.js';
import { named } from './traffic/visits.js';

const LANES = 8;
/** Hundredths by which the times of two kinds of answers may differ that nobody is to tell apart. */
const NOISE = 15;
const MOST_GROWTH = 10;

/** Strangers who guess addresses of calendars, and programs that send what nobody should. */
export const calendars: Probe = {
  name: 'calendars',
  async run(stage, extent) {
    const product = await Product.open(stage, { databaseUrl: await openCluster(stage) });
    const office = new Client(product.url, { token: product.token });
    stage.onEnd(() => office.close());
    return [...(await guess(office, extent)), ...(await sendHostile(product, office, extent))];
  },
};

interface Link {
  readonly id: string;
  readonly password: string;
}

async function makeLink(office: Client): Promise<Link> {
  const body = { subject: { kind: 'office' }, audience: 'internal', languages: ['en'], label: 'Probe' };
  const { json, text } = await office.json<Link>('POST', '/v1/calendar-links', { body });
  if (!json) throw new Error(text);
  return json;
}

/** Tokens that never were, beside those that were revoked. */
async function guess(office: Client, extent: Extent): Promise<Finding[]> {
  const revoked: string[] = [];
  for (let one = 0; one < 50; one++) {
    const { id, password } = await makeLink(office);
    await office.send('DELETE', `/v1/calendar-links/${id}`);
    revoked.push(password);
  }
  const times: Record<'never' | 'revoked', number[]> = { never: [], revoked: [] };
  const told = new Set<string>();
  const ask = async (kind: 'never' | 'revoked', secret: string): Promise<void> => {
    const answer = await office.send('GET', `/v1/calendars/private/${secret}.ics`, {
      headers: { authorization: undefined },
    });
    told.add(shapeOf(answer));
    times[kind].push(answer.ms);
  };
  // One after the other: beside others, the times of both would be those of waiting.
  for (let one = 0; one < extent.either(2000, 10_000); one++) {
    const secret = revoked[one % revoked.length]!;
    await ask('never', makeToken('calendar'));
    await ask('revoked', secret);
  }
  return [
    so('answers that differ', told.size === 1, [...told].join('; ').slice(0, 200), '1'),
    ...[50, 75, 90].map((part) => compare(part, times)),
  ];
}

function shapeOf({ status, headers, text }: Answer): string {
  return JSON.stringify([status, Object.keys(headers), text]);
}

function compare(part: number, { never, revoked }: Record<'never' | 'revoked', number[]>): Finding {
  const [one, other] = [percentile(never, part), percentile(revoked, part)];
  const differs = (Math.abs(one - other) / Math.min(one, other)) * 100;
  const what = `p${part} of unknown and revoked (${one.toFixed(2)}, ${other.toFixed(2)} ms) differ by`;
  return atMost(what, differs, NOISE, '%');
}

/** Requests that no program should send, by CalDAV and as calendars to import. */
async function sendHostile({ pid }: Product, office: Client, extent: Extent): Promise<Finding[]> {
  const answers = new Tally();
  const play = await prepareHostile(office, answers);
  const number = extent.either(4000, 20_000);
  // What a process takes to begin with is no measure of how it goes on.
  await play(extent.seed, number / 2);
  const levels: number[] = [];
  for (let part = 0; part < 5; part++) {
    await play(extent.seed + 1 + part, number / 5);
    levels.push(await memoryOf(pid));
  }
  const [early, late] = [percentile(levels.slice(0, 2), 50), percentile(levels.slice(3), 50)];
  return [
    some('hostile requests that were answered with success', answers.count(200) + answers.count(207)),
    none(`answers (${answers}) other than 2xx and 4xx`, answers.countOthers(/^[24]\d\d$/)),
    atMost('memory grew by', Math.max(0, (late / early - 1) * 100), MOST_GROWTH, '%'),
  ];
}

type Play = (seed: number, requests: number) => Promise<void>;

async function prepareHostile(office: Client, answers: Tally): Promise<Play> {
  const days = { starts: '2027-05-10', ends: '2027-05-12' };
  const forum = await office.make('/v1/forums', { names: named('Forum'), ...days });
  const { id, password } = await makeLink(office);
  const authorization = `Basic ${Buffer.from(`probe:${password}`).toString('base64')}`;
  const send = async (method: string, path: string, body: string, headers: object): Promise<void> => {
    const { status, error, ms } = await office.send(method, path, { headers: { ...headers }, body });
    answers.add(ms > 1000 ? 'late' : (error ?? status));
  };
  const asProgram = { authorization, depth: '1', 'content-type': 'application/xml' };
  return async (seed, requests) => {
    await eachOf(fc.sample(hostileXml, { numRuns: requests * 0.45, seed }), LANES, async (body) => {
      for (const method of ['PROPFIND', 'REPORT'])
        await send(method, `/dav/calendars/${id}/forums/`, body, asProgram);
    });
    const files = fc.sample(hostileCalendar, { numRuns: requests * 0.1, seed });
    await eachOf(files, LANES, (body) =>
      send('POST', `/v1/forums/${forum}/agenda/imports`, body, { 'content-type': 'text/calendar' }),
    );
  };
}
