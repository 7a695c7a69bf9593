import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type DesktopProgram, type Kept, type OpenProgram, isInstalled } from './desktop-program.js';
import { EVOLUTION } from './evolution.js';
import { type Programme, openProgramme } from './programme.js';
import { THUNDERBIRD } from './thunderbird.js';

const CALENDARS = ['Visit: Programme', 'Visit: Visits'];

/** How long a program may take to ask the server, and to keep what it was told. */
const PATIENCE = 30_000;

describe('programs of desktops take over one change, one cancellation and one removal', () => {
  let programme: Programme;
  let folder: string;
  let program: OpenProgram | undefined;

  beforeEach(async () => {
    programme = await openProgramme();
    folder = await mkdtemp(join(tmpdir(), 'corteo-desktop-'));
  });
  afterEach(async () => {
    await program?.close();
    program = undefined;
    await programme?.office.close();
    // What such a program leaves running for a moment still writes.
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  });

  for (const each of [EVOLUTION, THUNDERBIRD])
    (isInstalled(each) ? it : it.skip)(tell(each), () => follow(each), 180_000);

  async function follow({ open }: DesktopProgram): Promise<void> {
    const { office, link, entries, afterwards, change } = programme;
    program = await open(folder, office.url, link.password as string);

    await expectAtLast(program, { calendars: CALENDARS, readOnly: true, entries });
    await change();
    await expectAtLast(program, { calendars: CALENDARS, readOnly: true, entries: afterwards });
  }
});

function tell(program: DesktopProgram): string {
  if (isInstalled(program)) return program.name;
  return `${program.name}: not installed (${program.packages.join(' ')})`;
}

async function expectAtLast(program: OpenProgram, expected: Kept): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  let kept = await program.refresh();
  while (!isDeepStrictEqual(kept, expected) && performance.now() < deadline) {
    await sleep(500);
    kept = await program.refresh();
  }
  expect(kept).toEqual(expected);
}
