import { rememberOf } from '#platform';
import { Refusal } from '#refusals';
import {
  type Document,
  LineCounter,
  type Node,
  type Pair,
  type YAMLMap,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseAllDocuments,
} from 'yaml';
import { DOSSIER_PROBLEMS } from './dossier.problems.js';
import { type Fault, MOST_FAULTS, type Locate } from './faults.js';
import type { Path, Position, WrittenDossier } from './written-dossier.js';

/** How many values one dossier may come to, whatever its aliases repeat. */
const MOST_VALUES = 200_000;

const DEEPEST = 64;

/**
 * Reads dossiers from a text: YAML 1.2, a stream of it, or JSON, which YAML contains.
 * @param file its name, for messages; null where it has none
 * @throws Refusal `dossier.unreadable`, with the line of each fault
 */
export function readDossiers(text: string, file: string | null = null): WrittenDossier[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, stringKeys: true });
  const found = Array.isArray(documents) ? documents : [];
  // What cannot be understood as it was meant, such as a tag, is no mere warning.
  const faults = found.flatMap(({ errors, warnings }) =>
    [...errors, ...warnings].map(({ message, pos: [start] }): Fault => {
      const { line, col } = lines.linePos(start);
      return { path: [], detail: shortened(message), code: 'syntax', file, position: { line, column: col } };
    }),
  );
  if (faults.length > 0) throw unreadable(faults);
  const dossiers = found.filter(({ contents }) => contents !== null && !isEmpty(contents));
  if (dossiers.length === 0) throw unreadable([nothing(file)]);
  return dossiers.map((document) => read(document, lines, file));
}

/** Reads dossiers from JSON lines: one to a line. */
export function readDossierLines(text: string, file: string | null = null): WrittenDossier[] {
  const written = text
    .split('\n')
    .flatMap((line, before) =>
      line.trim() === '' ? [] : readDossiers(line, file).map((dossier) => movedDown(dossier, before)),
    );
  if (written.length === 0) throw unreadable([nothing(file)]);
  return written;
}

function movedDown(dossier: WrittenDossier, lines: number): WrittenDossier {
  return {
    ...dossier,
    positionOf: (path) => {
      const { line, column } = dossier.positionOf(path);
      return { line: line + lines, column };
    },
  };
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.value === null;
}

function read(document: Document, lines: LineCounter, file: string | null): WrittenDossier {
  const locate: Locate = (path) => positionOf(document.contents as Node, path, lines);
  const content = plain(document, document.contents, { left: MOST_VALUES }, 0);
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw unreadable([
      { path: [], detail: 'A dossier is a map of sections.', code: 'object', file, position: locate([]) },
    ]);
  return {
    file,
    content: content as Readonly<Record<string, unknown>>,
    positionOf: locate,
    writtenAs: (path) => sourceOf(document.contents as Node, path),
  };
}

/** The data of a node; whatever aliases repeat counts each time, so that a small text cannot become a large one. */
function plain(document: Document, node: unknown, budget: { left: number }, depth: number): unknown {
  if (--budget.left < 0) throw tooMuch('values', MOST_VALUES);
  if (depth > DEEPEST) throw tooMuch('levels', DEEPEST);
  const inner = (value: unknown): unknown => plain(document, value, budget, depth + 1);
  if (isAlias(node)) return inner(node.resolve(document));
  if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [keyOf(key), inner(value)]));
  if (isSeq(node)) return node.items.map((item) => (isPair(item) ? null : inner(item)));
  return isScalar(node) ? node.value : null;
}

function keyOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

/** Walks to a value as far as it is there: where a field is missing, its record is what can be shown. */
function positionOf(root: Node, path: Path, lines: LineCounter): Position {
  let [node, found]: [unknown, Node | null] = [root, root];
  for (const step of path) {
    const pair: Pair | undefined = pairOf(node, step);
    node = isSeq(node) ? node.items[Number(step)] : pair?.value;
    const shown = (pair?.key ?? node) as Node | null | undefined;
    if (!shown?.range) break;
    found = shown;
  }
  const { line, col } = lines.linePos(found?.range?.[0] ?? 0);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function pairOf(node: unknown, step: string | number): Pair | undefined {
  return isMap(node) ? pairsOf(node).get(String(step)) : undefined;
}

/** A map of thousands is looked into for each of its entries. */
const pairsOf = rememberOf((map: YAMLMap) => new Map(map.items.map((pair) => [keyOf(pair.key), pair])));

function sourceOf(root: Node, path: Path): string | undefined {
  let node: unknown = root;
  for (const step of path) node = isSeq(node) ? node.items[Number(step)] : pairOf(node, step)?.value;
  return isScalar(node) ? node.source : undefined;
}

/** The first line of a message: the parser draws the text below it. */
function shortened(message: string): string {
  return message.split(' at line ')[0]!;
}

function nothing(file: string | null): Fault {
  const detail = 'There is no dossier in it.';
  return { path: [], detail, code: 'empty', file, position: { line: 1, column: 1 } };
}

function tooMuch(what: string, most: number): Refusal {
  return new Refusal(DOSSIER_PROBLEMS['dossier.unreadable'], `A dossier has at most ${most} ${what}.`);
}

function unreadable(faults: readonly Fault[]): Refusal {
  const errors = faults.slice(0, MOST_FAULTS).map(({ position, file, detail, code }) => ({
    pointer: '',
    detail,
    code,
    file,
    ...position,
  }));
  return new Refusal(DOSSIER_PROBLEMS['dossier.unreadable'], faults[0]!.detail, { errors });
}
