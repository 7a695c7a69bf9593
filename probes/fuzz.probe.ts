import { type Operation, operationsOf } from './fuzzing/document.js';
import { type Fault, faultsOf } from './fuzzing/faults.js';
import { Judge } from './fuzzing/judge.js';
import { Office } from './fuzzing/office.js';
import { Random } from './fuzzing/random.js';
import { findRawFaults } from './fuzzing/raw.js';
import type { Extent } from './options.js';
import { type Finding, type Probe, none } from './probe.js';
import { openCluster } from './stage/database.js';
import { Product, UNLIMITED } from './stage/product.js';
import type { Stage } from './stage/stage.js';
import { Client } from './traffic/client.js';
import { eachOf } from './traffic/lanes.js';

const SEEDS = 3;
const LANES = 4;

/** Every operation of the interface, one fault at a time in a request that is otherwise accepted. */
export const fuzz: Probe = {
  name: 'fuzz',
  async run(stage, extent) {
    const [judge, raw] = [new Judge(), new Set<string>()];
    for (let round = 0; round < extent.rounds(SEEDS, SEEDS); round++) {
      const faults = await fuzzOnce(stage, judge, extent, extent.seed + round);
      for (const fault of faults) raw.add(fault);
    }
    return report(judge, [...raw]);
  },
};

function report({ statuses, wrong }: Judge, raw: readonly string[]): Finding[] {
  return [
    none(`of ${statuses.total} answers, 5xx`, wrong.failures.length, kindsOf(wrong.failures)),
    none('no answer', wrong.silent.length, kindsOf(wrong.silent)),
    none('errors without a problem document', wrong.shapeless.length, kindsOf(wrong.shapeless)),
    none('answers after more than 1 s', wrong.slow.length, kindsOf(wrong.slow)),
    none('errors that tell of what is inside', wrong.telling.length, kindsOf(wrong.telling)),
    none('requests that are no HTTP, answered wrongly', raw.length, raw),
  ];
}

/** One example of each operation, so that not all of them tell the same. */
function kindsOf(examples: readonly string[]): string[] {
  return [...new Map(examples.toReversed().map((text) => [text.split(' ', 2).join(' '), text])).values()];
}

/** With one seed, in an office of its own; gives what is wrong below HTTP. */
async function fuzzOnce(stage: Stage, judge: Judge, extent: Extent, seed: number): Promise<string[]> {
  const product = await Product.open(stage, { databaseUrl: await openCluster(stage) }, UNLIMITED);
  const client = new Client(product.url, { token: product.token, sockets: LANES });
  const office = await Office.open(client);
  const operations = operationsOf(office.document);
  const deadline = performance.now() + extent.minutes(0.7, 10);
  const random = new Random(seed);
  const each = extent.either(12, 150);
  // Everything that makes something is done once, so that every address leads somewhere.
  for (const operation of operations.filter(makesSomething)) await office.soundRequest(operation);
  await eachOf(shuffle(operations, random), LANES, async (operation) => {
    if (performance.now() < deadline) await fuzzOperation(office, judge, operation, random, each);
  });
  const raw = await findRawFaults(product.url);
  client.close();
  await product.end();
  return raw;
}

function shuffle(operations: readonly Operation[], random: Random): Operation[] {
  return operations
    .map((operation) => ({ operation, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ operation }) => operation);
}

function makesSomething({ method, template, body }: Operation): boolean {
  return method === 'POST' && body !== null && !template.endsWith('/transitions');
}

async function fuzzOperation(
  office: Office,
  judge: Judge,
  operation: Operation,
  random: Random,
  each: number,
): Promise<void> {
  const sound = await office.soundRequest(operation);
  for (const fault of faultsOf(sound, random, each)) {
    const status = await send(office.client, judge, fault);
    if (operation.method === 'DELETE' && status < 300) await office.restore(operation, sound.path);
  }
}

async function send(client: Client, judge: Judge, fault: Fault): Promise<number> {
  const { method, path, body } = fault;
  const headers = { 'if-match': method === 'GET' ? undefined : '*', ...fault.headers };
  const answer = await client.send(method, path, { headers, body });
  // What this side could not even send is no answer.
  if (answer.status === 0 && /^ERR_(INVALID|UNESCAPED|HTTP)/.test(answer.error ?? '')) return 0;
  judge.see(fault, answer);
  return answer.status;
}
