import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DossierFiles, DossierImports } from '#dossiers';
import { OFFICE } from '#identity';
import { Today } from '#platform';
import { importFiles } from '../import.command.js';
import { dated } from './coming.js';
import { addAccess, addCalendarLinks } from './demo.access.js';
import { DemoCaller } from './demo.caller.js';
import type { DemoServer } from './demo.server.js';

/** The dossiers of the stories. */
const STORIES_FOLDER = 'demo';

const SAMPLES = join(STORIES_FOLDER, 'office', 'samples.yaml');
const COMING = join(STORIES_FOLDER, 'office', 'coming.yaml');

/** How the loading goes on. */
interface Going {
  /** The files of stories: all of them, unless it is said. */
  readonly stories?: readonly string[];
  readonly signal?: AbortSignal;
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
}

/**
 * Loads what the demo shows: all of it the first time, what was edited in its files later on, and what is coming
 * whenever nothing is. What somebody has changed meanwhile stays.
 * @param token that of an admin
 */
export async function loadDemo(
  server: DemoServer,
  token: string,
  { stories, ...going }: Going = {},
): Promise<void> {
  const takesIn = { files: server.get(DossierFiles), imports: server.get(DossierImports) };
  await importFiles(takesIn, [...(stories ?? (await storyFiles())), SAMPLES], {
    ...going,
    keepsOtherIds: true,
  });
  const caller = new DemoCaller(server.url, token);
  const today = server.get(Today).day();
  if (await caller.isNothingComing(today)) await loadComing(takesIn, today);
  await caller.addSamples();
  await addAccess(server);
  await addCalendarLinks(server);
}

async function loadComing(
  { files, imports }: { readonly files: DossierFiles; readonly imports: DossierImports },
  today: string,
): Promise<void> {
  const text = dated(await readFile(COMING, 'utf8'), today);
  await imports.import(await files.readFile(COMING, Buffer.from(text), {}, OFFICE), OFFICE);
}

/** The files of the stories, by name. */
export async function storyFiles(): Promise<string[]> {
  const names = await readdir(STORIES_FOLDER);
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(STORIES_FOLDER, name));
}
