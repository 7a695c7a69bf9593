import { isObject } from '#records';
import { DEEPEST, MOST_VALUES, assertReadable } from './dossier-bounds.js';
import { type Documents, nothing, readDocuments, readDossiers, unlessUnreadable } from './dossier-text.js';
import { type Dossiers, type Fault, MEANWHILE, type WrittenDossier } from './written-dossier.js';

/**
 * Reads dossiers from JSON lines: one to a line. Each is read when its turn comes, whenever they are gone through.
 * @param file its name, for messages; null where it has none
 * @throws Refusal `dossier.unreadable`, while they are gone through
 */
export function readDossierLines(text: string, file: string | null = null): Dossiers {
  return { [Symbol.iterator]: () => unlessUnreadable(readLines(text, file), file) };
}

function* readLines(text: string, file: string | null): Documents {
  for (const [before, line] of linesOf(text)) {
    if (before % LINES_AT_ONCE === 0) yield MEANWHILE;
    if (line.trim() === '') continue;
    const plain = readPlain(line, before, file);
    if (plain) yield plain;
    else {
      assertReadable(Buffer.from(line));
      yield* unlessNothing(readDocuments(line, file, before), nothing(file, before + 1));
    }
  }
}

/** What a line holds, which must be something. */
function* unlessNothing(documents: Documents, fault: Fault): Documents {
  let isNothing = true;
  for (const document of documents) {
    isNothing &&= document === MEANWHILE;
    yield document;
  }
  if (isNothing) yield [fault];
}

/** How many lines are passed before others are served. */
const LINES_AT_ONCE = 10_000;

function* linesOf(text: string): Generator<readonly [number, string]> {
  for (let [number, start] = [0, 0]; start <= text.length; number++) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    yield [number, text.slice(start, text[end - 1] === '\r' ? end - 1 : end)];
    start = end + 1;
  }
}

/**
 * Reads a line that is written as programs write JSON, in a fraction of the time: no key can stand twice in it.
 * @returns null where it is not
 */
function readPlain(line: string, before: number, file: string | null): WrittenDossier | null {
  const content = line.length < MOST_VALUES ? parsed(line) : null;
  if (!isObject(content) || !isShallow(content) || JSON.stringify(content) !== line) return null;
  return {
    file,
    content,
    positionOf: (path) => ({
      line: before + 1,
      // Only faults tell it, and looking for it means reading the line once more.
      get column() {
        const [dossier] = Iterator.from(readDossiers(line, file)).filter((read) => read !== MEANWHILE);
        return dossier!.positionOf(path).column;
      },
    }),
    writtenAs: () => undefined,
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}

function isShallow(value: unknown, levels = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1));
}
