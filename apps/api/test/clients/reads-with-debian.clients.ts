import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Programme, type Shown, inOrder, openProgramme } from './programme.js';

const run = promisify(execFile);

/** Debian's own Python, which knows the packages of Debian. */
const PYTHON = '/usr/bin/python3';
const SCRIPT = join(import.meta.dirname, '../../../../../apps/api/test/clients/read_by_caldav.py');

describe('programs of Debian take over one change, one cancellation and one removal', () => {
  let programme: Programme;
  let folder: string;
  let python: ChildProcess | undefined;

  beforeAll(async () => {
    programme = await openProgramme();
    folder = await mkdtemp(join(tmpdir(), 'corteo-clients-'));
    await writeFile(join(folder, 'vdirsyncer.conf'), syncSettings(folder, programme));
    await writeFile(join(folder, 'khal.conf'), showSettings(folder));
  });
  afterAll(async () => {
    python?.kill();
    await programme?.office.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('vdirsyncer with khal, and python3-caldav', async () => {
    const { link, entries, afterwards, change } = programme;
    python = spawn(PYTHON, [SCRIPT, programme.office.url, link.password as string], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const told = createInterface({ input: python.stdout! })[Symbol.asyncIterator]();
    const next = async (): Promise<unknown> => JSON.parse((await told.next()).value ?? 'null');

    expect(await next()).toEqual({ calendars: ['Visit: Visits', 'Visit: Programme'], entries });
    await vdirsyncer(folder, 'discover');
    await vdirsyncer(folder, 'sync');
    expect(await shownByKhal(folder)).toEqual(entries);
    expect((await uidsKept(folder)).sort()).toEqual(entries.map(([uid]) => uid));

    await change();
    python.stdin!.end('\n');
    expect(await next()).toEqual({ updated: afterwards, deleted: 1, entries: afterwards });
    await vdirsyncer(folder, 'sync');
    expect(await shownByKhal(folder)).toEqual(afterwards);
    expect((await uidsKept(folder)).sort()).toEqual(afterwards.map(([uid]) => uid));
  }, 60_000);
});

function syncSettings(folder: string, { office, link }: Programme): string {
  return `[general]
status_path = "${folder}/status"
[pair corteo]
a = "here"
b = "there"
collections = ["from b"]
conflict_resolution = "b wins"
[storage here]
type = "filesystem"
path = "${folder}/calendars"
fileext = ".ics"
[storage there]
type = "caldav"
url = "${office.url}/"
username = "anybody"
password = "${link.password as string}"
read_only = true
`;
}

function showSettings(folder: string): string {
  return `[calendars]
[[programme]]
path = ${folder}/calendars/programme
readonly = True
[sqlite]
path = ${folder}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Rome
default_timezone = Europe/Rome
`;
}

async function vdirsyncer(folder: string, command: string): Promise<void> {
  const asked = run('vdirsyncer', ['-c', join(folder, 'vdirsyncer.conf'), command]);
  // Whether the calendars that were found are to be made here, too.
  asked.child.stdin!.end('y\n'.repeat(10));
  await asked;
}

async function shownByKhal(folder: string): Promise<Shown[]> {
  const format = '{uid}|{title}|{status}';
  const settings = ['-c', join(folder, 'khal.conf')];
  const { stdout } = await run('khal', [
    ...settings,
    'list',
    '--day-format',
    '',
    '--format',
    format,
    '2027-05-10',
    '1d',
  ]);
  const lines = stdout.split('\n').filter((line) => line.includes('|'));
  return inOrder(lines.map((line) => line.trim().split('|') as unknown as Shown));
}

async function uidsKept(folder: string): Promise<string[]> {
  const calendar = join(folder, 'calendars', 'programme');
  const files = await readdir(calendar);
  const texts = await Promise.all(files.map((file) => readFile(join(calendar, file), 'utf8')));
  return texts.map((text) => /^UID:(.*)$/m.exec(text)![1]!.trim());
}
