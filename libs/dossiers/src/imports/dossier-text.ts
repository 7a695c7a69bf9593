import { rememberOf } from '#platform';
import { type FieldCode, Refusal } from '#refusals';
import {
  type CST,
  Composer,
  type Document,
  Lexer,
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
import { DEEPEST, MOST_VALUES, assertComposable, tooMuch } from './dossier-bounds.js';
import { DOSSIER_PROBLEMS } from './dossier.problems.js';
import { judged, keyOf } from './document-errors.js';
import { type Fault, MOST_FAULTS } from './faults.js';
import {
  type Dossiers,
  MEANWHILE,
  type Path,
  type Position,
  type WrittenDossier,
} from './written-dossier.js';

/** How many words and signs are read before others are served. */
const READ_AT_ONCE = 2000;

/**
 * Reads dossiers from a text: YAML 1.2, a stream of it, or JSON, which YAML contains. Each is read when its turn comes,
 * whenever they are gone through. What is far too much is refused before, by `assertReadable`.
 * @param file its name, for messages; null where it has none
 * @throws Refusal `dossier.unreadable`, with the line of each fault, while they are gone through
 */
export function readDossiers(text: string, file: string | null = null): Dossiers {
  return { [Symbol.iterator]: () => unlessUnreadable(readDocuments(text, file), file) };
}

/** What is read of a text: dossiers, and what is wrong with what is none. */
export type Documents = Iterable<WrittenDossier | typeof MEANWHILE | readonly Fault[]>;

/**
 * Gives dossiers as they are read, up to the first fault; the rest is read for what else is wrong.
 * @throws Refusal `dossier.unreadable`, at the end
 */
export function* unlessUnreadable(
  documents: Documents,
  file: string | null,
): Generator<WrittenDossier | typeof MEANWHILE> {
  const faults: Fault[] = [];
  let found = 0;
  for (const document of documents) {
    if (faults.length >= MOST_FAULTS) break;
    if (document === MEANWHILE) yield MEANWHILE;
    else if (isFaults(document)) faults.push(...document);
    else if (faults.length === 0) {
      found++;
      yield document;
    }
  }
  if (faults.length > 0) throw unreadable(faults);
  if (found === 0) throw unreadable([nothing(file)]);
}

function isFaults(document: WrittenDossier | readonly Fault[]): document is readonly Fault[] {
  return Array.isArray(document);
}

/**
 * Reads the documents of a text, one after the other.
 * @param before how many lines of the file are before the text
 */
export function* readDocuments(text: string, file: string | null, before = 0): Documents {
  const lines = new LineCounter();
  const placeOf: PlaceOf = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line: before + Math.max(line, 1), column: Math.max(col, 1) };
  };
  for (const document of documentsIn(text, lines)) {
    const faults = document === MEANWHILE ? [] : faultsIn(document, placeOf, file);
    if (document === MEANWHILE) yield MEANWHILE;
    else if (faults.length > 0) yield faults;
    else if (!isNothing(document)) yield read(document, placeOf, file);
  }
}

/** Tells where an offset in a text is. */
type PlaceOf = (offset: number) => Position;

function* documentsIn(text: string, lines: LineCounter): Generator<Document | typeof MEANWHILE> {
  const [parser, composer] = [
    new Parser(lines.addNewLine),
    new Composer({ stringKeys: true, uniqueKeys: false }),
  ];
  lines.addNewLine(0);
  let words = 0;
  for (const word of new Lexer().lex(text)) {
    yield* composed(parser.next(word), composer);
    // Each level that is open stands on the stack, some with what is between them.
    if (parser.stack.length > 3 * DEEPEST) throw tooMuch('levels', DEEPEST);
    if (++words % READ_AT_ONCE === 0) yield MEANWHILE;
  }
  yield* composed(parser.end(), composer);
  for (const document of composer.end()) yield judged(document);
}

function* composed(tokens: Iterable<CST.Token>, composer: Composer): Generator<Document> {
  for (const token of tokens) {
    assertComposable(token);
    for (const document of composer.next(token)) yield judged(document);
  }
}

function isNothing({ contents }: Document): boolean {
  return contents === null || (isScalar(contents) && contents.value === null);
}

/** What cannot be understood as it was meant, such as a tag, is no mere warning. */
function faultsIn(document: Document, placeOf: PlaceOf, file: string | null): Fault[] {
  const fault = (detail: string, code: FieldCode, start: number): Fault => {
    return { path: [], detail, code, file, position: placeOf(start) };
  };
  const wrong = [...document.errors, ...document.warnings].slice(0, MOST_FAULTS);
  if (wrong.length > 0) return wrong.map(({ message, pos: [start] }) => fault(message, 'syntax', start));
  if (isNothing(document) || isMap(document.contents)) return [];
  return [fault('A dossier is a map of sections.', 'object', offsetOf(document.contents as Node, []))];
}

function read(document: Document, placeOf: PlaceOf, file: string | null): WrittenDossier {
  const root = document.contents as YAMLMap;
  return {
    file,
    content: plain(document, root, { left: MOST_VALUES }, 0) as Readonly<Record<string, unknown>>,
    positionOf: (path) => placeOf(offsetOf(root, path)),
    writtenAs: (path) => sourceOf(root, path),
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
export function nothing(file: string | null, line = 1): Fault {
  const detail = 'There is no dossier in it.';
  return { path: [], detail, code: 'empty', file, position: { line, column: 1 } };
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
