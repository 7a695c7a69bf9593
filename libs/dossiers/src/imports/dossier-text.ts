import { rememberOf } from '#platform';
import { Refusal } from '#refusals';
import {
  Composer,
  type Document,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  type YAMLMap,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
} from 'yaml';
import { DOSSIER_PROBLEMS } from './dossier.problems.js';
import { type Fault, MOST_FAULTS, type Locate } from './faults.js';
import type { Path, Position, WrittenDossier } from './written-dossier.js';

/** How many values one dossier may come to, whatever its aliases repeat. */
export const MOST_VALUES = 200_000;

/** How many levels one dossier may have. */
export const DEEPEST = 64;

/**
 * Reads dossiers from a text: YAML 1.2, a stream of it, or JSON, which YAML contains. Each is read when its turn comes,
 * whenever they are gone through.
 * @param file its name, for messages; null where it has none
 * @param before how many lines of the file are before the text
 * @throws Refusal `dossier.unreadable`, with the line of each fault, while they are gone through
 */
export function readDossiers(text: string, file: string | null = null, before = 0): Iterable<WrittenDossier> {
  return { [Symbol.iterator]: () => readThrough(text, file, before) };
}

/** Tells where an offset in a text is. */
type PlaceOf = (offset: number) => Position;

function* readThrough(text: string, file: string | null, before: number): Generator<WrittenDossier> {
  const lines = new LineCounter();
  const placeOf: PlaceOf = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line: before + Math.max(line, 1), column: Math.max(col, 1) };
  };
  const documents = new Composer({ stringKeys: true }).compose(new Parser(lines.addNewLine).parse(text));
  let found = 0;
  for (const document of documents) {
    const faults = faultsIn(document, placeOf, file);
    if (faults.length > 0)
      throw unreadable([...faults, ...documents.flatMap((other) => faultsIn(other, placeOf, file))]);
    if (document.contents === null || isEmpty(document.contents)) continue;
    found++;
    yield read(document, placeOf, file);
  }
  if (found === 0) throw unreadable([nothing(file)]);
}

/** What cannot be understood as it was meant, such as a tag, is no mere warning. */
function faultsIn({ errors, warnings }: Document, placeOf: PlaceOf, file: string | null): Fault[] {
  return [...errors, ...warnings].map(({ message, pos: [start] }) => {
    return { path: [], detail: message, code: 'syntax', file, position: placeOf(start) };
  });
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.value === null;
}

function read(document: Document, placeOf: PlaceOf, file: string | null): WrittenDossier {
  const locate: Locate = (path) => placeOf(offsetOf(document.contents as Node, path));
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
function offsetOf(root: Node, path: Path): number {
  let [node, found]: [unknown, Node | null] = [root, root];
  for (const step of path) {
    const pair: Pair | undefined = pairOf(node, step);
    node = isSeq(node) ? node.items[Number(step)] : pair?.value;
    const shown = (pair?.key ?? node) as Node | null | undefined;
    if (!shown?.range) break;
    found = shown;
  }
  return found?.range?.[0] ?? 0;
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

/** What is wrong with a text that holds no dossier. */
export function nothing(file: string | null): Fault {
  const detail = 'There is no dossier in it.';
  return { path: [], detail, code: 'empty', file, position: { line: 1, column: 1 } };
}

function tooMuch(what: string, most: number): Refusal {
  return new Refusal(DOSSIER_PROBLEMS['dossier.unreadable'], `A dossier has at most ${most} ${what}.`);
}

/** Refuses a text that cannot be read as dossiers. */
export function unreadable(faults: readonly Fault[]): Refusal {
  const errors = faults.slice(0, MOST_FAULTS).map(({ position, file, detail, code }) => ({
    pointer: '',
    detail,
    code,
    file,
    ...position,
  }));
  return new Refusal(DOSSIER_PROBLEMS['dossier.unreadable'], faults[0]!.detail, { errors });
}
