import { readFile } from 'node:fs/promises';
import { copyAgain } from './copy.js';
import { DELEGATION, PLACE, TOPIC, idOf } from './data.rows.js';
import { MIB } from './memory.js';
import type { Server } from './processes.js';
import { writeRows } from './report.js';
import { median } from './rounds.js';

/** The most visits that one request brings: what it may hold of them. */
const MOST = 10_000;

/** What one import showed. */
export interface Imported {
  readonly visits: number;
  /** Seconds from the request to its answer. */
  readonly seconds: number;
  /** Seconds that `COPY` of the same rows takes, with what their triggers write. */
  readonly copied: number;
  /** The most bytes that the Node process ever held. */
  readonly memory: number;
}

/** Where visits are imported: by a server of its own each time, into one database. */
interface Place {
  readonly start: () => Promise<Server>;
  readonly headers: Record<string, string>;
  readonly databaseUrl: string;
}

/** Imports visits as JSON lines in one request, and copies the same rows in afterwards; several times. */
export async function measureImport(
  place: Place,
  { visits: size, rounds }: { visits: number; rounds: number },
): Promise<Imported> {
  const visits = Math.min(MOST, Math.ceil(size / 10));
  const imports: Imported[] = [];
  for (let round = 0; round < Math.min(rounds, 3); round++) imports.push(await importOnce(place, visits));
  const middle = (value: keyof Imported): number => median(imports.map((one) => one[value]));
  return { visits, seconds: middle('seconds'), copied: middle('copied'), memory: middle('memory') };
}

async function importOnce({ start, headers, databaseUrl }: Place, visits: number): Promise<Imported> {
  const key = `import-${Date.now().toString(36)}`;
  const server = await start();
  try {
    const begun = performance.now();
    const answer = await fetch(`${server.url}/v1/dossiers`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/jsonl' },
      body: linesOf(key, visits),
    });
    const text = await answer.text();
    const seconds = (performance.now() - begun) / 1000;
    assertCreated(text, visits);
    const memory = await highestOf(server.pid);
    return { visits, seconds, copied: await copyAgain(databaseUrl, key), memory };
  } finally {
    await server.stop();
  }
}

/** Visits as JSON lines, each a dossier of its own. */
function linesOf(key: string, visits: number): string {
  const dossiers = Array.from({ length: visits }, (_, index) => ({
    dossier: `${key}-${index}`,
    visits: { visit: visitOf(index) },
  }));
  return dossiers.map((dossier) => JSON.stringify(dossier)).join('\n');
}

function visitOf(index: number): object {
  const [first, second] = [0, 1].map((day) => `2027-0${1 + ((index * 7) % 9)}-${11 + (index % 17) + day}`);
  const city = (number: number): string => idOf(PLACE, 133 + ((index * 31 + number) % 1200));
  return {
    names: [
      { text: `Visita di studio ${index}`, lang: 'it', kind: 'official' },
      { text: `Study visit ${index}`, lang: 'en', kind: 'official' },
    ],
    summary: { en: 'Talks and a tour.', it: 'Colloqui e visita.' },
    direction: 'incoming',
    category: 'study',
    starts: first,
    ends: second,
    place: city(0),
    topics: [idOf(TOPIC, 1 + (index % 100))],
    delegations: [idOf(DELEGATION, 1 + (index % 1000))],
    legs: [first, second].map((day, number) => ({ place: city(number), starts: day, ends: day })),
  };
}

function assertCreated(answer: string, visits: number): void {
  const { kinds } = JSON.parse(answer) as { kinds?: { created: number }[] };
  if (kinds?.[0]?.created !== visits) throw new Error(`The import was answered: ${answer.slice(0, 2000)}`);
}

/** The most bytes of memory that a process has held. */
async function highestOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)![1]) * 1024;
}

/** The rows of the table of an import. */
export function writeImport({ visits, seconds, copied, memory }: Imported): string {
  const [ratio, held] = [copied / seconds, memory / MIB];
  const each = (whole: number): string => `${((whole / visits) * 1000).toFixed(1)} ms`;
  return writeRows([
    [`${visits} visits as JSON lines in one request`, 'goal', 'median'],
    ['ratio to COPY of the same rows', '≥ 0.3', `${ratio.toFixed(2)}${ratio < 0.3 ? ' ✗' : ''}`],
    ['each visit, imported / copied', '', `${each(seconds)} / ${each(copied)}`],
    [
      'memory of the Node process, at its highest',
      '≤ 300 MiB',
      `${held.toFixed(0)} MiB${held > 300 ? ' ✗' : ''}`,
    ],
  ]);
}
