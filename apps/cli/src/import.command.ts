import { readFile } from 'node:fs/promises';
import { DossierFiles, DossierImports, type Dossiers, type ImportPlanView } from '#dossiers';
import { OFFICE } from '#identity';
import { Refusal } from '#refusals';
import { watchForInterruption } from './interruption.js';
import { withOffice } from './with-office.js';

/** What the command line says of an import. */
interface Options {
  readonly dryRun?: boolean;
  /** What is said of sheets, contacts and calendars, as in `POST /v1/dossiers`. */
  readonly of?: string;
  readonly event?: string;
  readonly mapping?: string;
  readonly language?: string;
  readonly key?: string;
}

/**
 * Imports dossiers from files: all of them, or nothing.
 * @throws Error with every fault by file, line and path
 */
export async function runImportCommand(
  files: readonly string[],
  { dryRun, ...said }: Options,
): Promise<void> {
  const interruption = watchForInterruption();
  await withOffice(async (office) => {
    const takesIn = { files: office.get(DossierFiles), imports: office.get(DossierImports) };
    const plan = await importFiles(takesIn, files, {
      said,
      dryRun,
      signal: interruption,
      onProgress: process.stderr.isTTY ? showProgress('Entries') : undefined,
    });
    console.log(describePlan(plan));
  });
}

/** How an import goes on. */
interface Going {
  /** What is said of the files. */
  readonly said?: object;
  readonly dryRun?: boolean;
  readonly keepsOtherIds?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, all: number) => void;
}

/** What of an office takes files in. */
interface TakesIn {
  readonly files: DossierFiles;
  readonly imports: DossierImports;
}

/** Imports files into an office, as the office itself. */
export async function importFiles(
  { files, imports }: TakesIn,
  names: readonly string[],
  { said = {}, ...going }: Going = {},
): Promise<ImportPlanView> {
  try {
    const read: Dossiers[] = [];
    for (const name of names) read.push(await readOne(files, name, said));
    return await imports.import(oneAfterTheOther(read), OFFICE, { ...going, mayFixIds: true });
  } catch (error) {
    throw error instanceof Refusal ? new Error(describeRefusal(error), { cause: error }) : error;
  }
}

/** @throws Error that names the file, where it cannot be read */
async function readOne(files: DossierFiles, name: string, said: object): Promise<Dossiers> {
  const bytes = await readFile(name).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${name}: ${WHY[error.code ?? ''] ?? error.message}`, { cause: error });
  });
  return files.readFile(name, bytes, said, OFFICE).catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.facts.errors) throw error;
    throw new Error(`${name}: ${error.message}`, { cause: error });
  });
}

/** Why a file cannot be read, by the code of the system. */
const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'This is a folder.',
  EACCES: 'This file may not be read.',
};

function oneAfterTheOther(files: readonly Dossiers[]): Dossiers {
  return { [Symbol.iterator]: () => Iterator.from(files).flatMap((dossiers) => dossiers) };
}

/** Shows on a terminal how far an import is. */
export function showProgress(what: string): (done: number, all: number) => void {
  return (done, all) => {
    process.stderr.write(`\r${what}: ${done} of ${all}${done === all ? '\n' : ''}`);
  };
}

function describePlan({ dryRun, kinds, entries, left, columns, untaken }: ImportPlanView): string {
  const understood = columns.map(
    ({ column, head, field, language }) =>
      `${column} “${head}” is ${field}${language ? ` (${language})` : ''}`,
  );
  const omitted = untaken.map(
    ({ column, name, detail }) => `${column ?? 'Sheet'} “${name}” is not taken. ${detail}`,
  );
  const counts = kinds.map(
    ({ kind, created, changed, unchanged, doubtful }) =>
      `${kind.padEnd(20)} ${created} created, ${changed} changed, ${unchanged} unchanged, ${doubtful} doubtful`,
  );
  const noted = entries.flatMap(({ path, line, changes, contested, kept, archived }) => [
    ...changes.map(({ field }) => `${line}: ${path}: ${field} changed`),
    ...contested.map(({ field }) => `${line}: ${path}: ${field} is something else in Corteo, and stays`),
    ...kept.map(({ field }) => `${line}: ${path}: ${field} was changed in Corteo, and stays`),
    ...(archived ? [`${line}: ${path}: was put away in Corteo, and stays so`] : []),
  ]);
  const gone = left.map(({ path }) => `${path}: is in the file no longer, and stays in Corteo`);
  const done = dryRun ? ['Nothing was recorded.'] : [];
  return [...understood, ...omitted, ...counts, ...noted, ...gone, ...done].join('\n');
}

interface ToldFault {
  readonly pointer: string;
  readonly detail: string;
  readonly file?: string | null;
  readonly line?: number;
  readonly column?: number;
  readonly candidates?: readonly { readonly id: string; readonly name: string | null }[];
}

function describeRefusal({ message, facts }: Refusal): string {
  const errors = (facts.errors ?? []) as readonly ToldFault[];
  if (errors.length === 0) return message;
  return errors.map(describeFault).join('\n');
}

function describeFault({ file, line, column, pointer, detail, candidates = [] }: ToldFault): string {
  if (line === undefined) return `${pointer.replace('?', '--')}  ${detail}`;
  const others = candidates.map(({ id, name }) => `\n    ${id}  ${name ?? ''}`).join('');
  return `${file}:${line}:${column}  ${pointer}  ${detail}${others}`;
}
