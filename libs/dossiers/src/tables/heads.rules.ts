import { partsOf, withoutNumber } from './head-parts.rules.js';
import {
  type Sort,
  SORTS,
  foldHead,
  foldedHeads,
  isTwofold,
  withoutLanguage,
  withoutQualifiers,
  withoutSort,
  withoutWords,
} from './head-words.rules.js';
import { type ClosedWords, type WordLanguage, type Words, hasHan, wordOf, wordsIn } from './words.rules.js';

/** What a column of a sheet can hold. */
export interface HeadField {
  /** What offices write above it. */
  readonly words: Words;
  /** What sort of thing it holds, which heads may say as well: “Seat no.”. */
  readonly sort?: Sort;
  /** Whether it holds a text or a name, and so may be there once for each language. */
  readonly inLanguages?: boolean;
  /** It is what the head says only where half of its cells are words of this list. */
  readonly holds?: ClosedWords;
  /** It is what the head says only beside a column of this field. */
  readonly beside?: string;
}

/** What the columns of a kind of sheet can hold, by name; where a head can be several, the first that fits. */
export type HeadFields = Readonly<Record<string, HeadField>>;

/** What a head means, as far as it can be told from it alone. */
export interface HeadGuess {
  readonly field: string;
  /** The language that the head says its cells are in. */
  readonly lang: string | null;
  /** The language that the head is written in. */
  readonly written: WordLanguage | null;
}

const LONGEST_HEAD = 200;

/** Whether a cell is too long for a head, and is not looked at as one. */
export function isText(cell: string): boolean {
  return cell.length > LONGEST_HEAD;
}

/**
 * Finds what a head can mean, the most likely first. One in two languages means what both do, and a remark in brackets
 * may say the language or the same again, but nothing else that a column can hold.
 */
export function guessHead(head: string, fields: HeadFields): HeadGuess[] {
  if (isText(head)) return [];
  const whole = guessWords(head, fields);
  return whole.length > 0 ? whole : guessParts(withoutNumber(head), fields);
}

function guessParts(head: string, fields: HeadFields): HeadGuess[] {
  const { said, remarks } = partsOf(head);
  const remarked = remarks.map((remark) => withoutLanguage(foldHead(remark)));
  const lang = remarked.find((one) => one.lang !== null && one.rest === '')?.lang ?? null;
  const guessed = said.map((part) => ({ part, guesses: inLanguage(guessWords(part, fields), lang, fields) }));
  const known = guessed.filter(({ guesses }) => guesses.length > 0);
  const isTranslated = ({ part }: { part: string }): boolean =>
    known.some((other) => hasHan(other.part) !== hasHan(part));
  if (guessed.some((one) => one.guesses.length === 0 && !isTranslated(one))) return [];
  const again = remarks.map((remark) => guessWords(remark, fields)).filter((guesses) => guesses.length > 0);
  return common([...known.map(({ guesses }) => guesses), ...again]);
}

/** What a head means that says a language; null where it says none. */
function inLanguage(guesses: readonly HeadGuess[], lang: string | null, fields: HeadFields): HeadGuess[] {
  if (lang === null) return [...guesses];
  return guesses.filter(({ field }) => fields[field]?.inLanguages).map((guess) => ({ ...guess, lang }));
}

function common([first = [], ...others]: readonly (readonly HeadGuess[])[]): HeadGuess[] {
  return first
    .filter(({ field }) => others.every((other) => other.some((one) => one.field === field)))
    .map((guess) => ({ ...guess, lang: guess.lang ?? langOf(others, guess.field) }));
}

function langOf(guesses: readonly (readonly HeadGuess[])[], field: string): string | null {
  return guesses.flat().find((one) => one.field === field && one.lang !== null)?.lang ?? null;
}

/** What words mean: all of them, or what is left without those that say the language. */
function guessWords(text: string, fields: HeadFields): HeadGuess[] {
  const lexicon = lexiconOf(fields);
  const folded = foldHead(text);
  const isOne = !isTwofold(text);
  const guesses = guessFolded(folded, lexicon, isOne);
  if (guesses.length > 0) return guesses;
  const { rest, lang } = withoutLanguage(withoutQualifiers(folded));
  if (lang === null) return [];
  // “Pinyin” alone is a name.
  return inLanguage(rest === '' ? lexicon.names : guessFolded(rest, lexicon, isOne), lang, fields);
}

/**
 * What folded words mean: all of them, or what is left without those that say how to fill it in, which thing of the sheet it
 * is of (“Company website”, “Nome dell’accordo”), or what sort of thing it is (“Phone number”).
 * @param isOne whether they say one thing, of which words can be left out
 */
function guessFolded(folded: string, lexicon: Lexicon, isOne: boolean): HeadGuess[] {
  const { known, nouns, names } = lexicon;
  const bare = withoutQualifiers(folded);
  const exact = known.get(folded) ?? known.get(bare);
  if (exact) return [...exact];
  if (!isOne || bare === '') return [];
  const ofThing = withoutWords(bare, nouns);
  if (ofThing === '' || (ofThing !== bare && NAMING.has(ofThing))) return [...names];
  const found = known.get(ofThing);
  if (found) return [...found];
  const sorted = [...withoutSort(bare), ...withoutSort(ofThing)].flatMap(({ rest, sort }) =>
    (known.get(rest) ?? []).filter((guess) => lexicon.fields[guess.field]!.sort === sort),
  );
  return sorted.filter(({ field }, at) => sorted.findIndex((other) => other.field === field) === at);
}

const NAMING: ReadonlySet<string> = foldedHeads(SORTS.name);

/** The heads of a kind of sheet, made ready to look words up in. */
interface Lexicon {
  readonly fields: HeadFields;
  /** What each folded head means alone. */
  readonly known: ReadonlyMap<string, readonly HeadGuess[]>;
  /** What the things are called that the sheet lists, which other heads may name as well. */
  readonly nouns: ReadonlySet<string>;
  readonly names: readonly HeadGuess[];
}

const lexicons = new WeakMap<HeadFields, Lexicon>();

function lexiconOf(fields: HeadFields): Lexicon {
  const found = lexicons.get(fields);
  if (found) return found;
  const known = new Map<string, HeadGuess[]>();
  for (const [field, { words }] of Object.entries(fields))
    for (const [word, written] of [...wordsIn(words), [field, null] as const])
      addGuess(known, foldHead(word), { field, lang: null, written });
  const called = wordsIn(fields.name?.words ?? ['', '', '']).map(([word]) => foldHead(word));
  const nouns = new Set(called.filter((word) => word !== '' && !NAMING.has(word)));
  const names = fields.name ? [{ field: 'name', lang: null, written: null }] : [];
  const made = { fields, known, nouns, names };
  lexicons.set(fields, made);
  return made;
}

function addGuess(known: Map<string, HeadGuess[]>, folded: string, guess: HeadGuess): void {
  const guesses = known.get(folded) ?? [];
  known.set(folded, guesses);
  if (!guesses.some(({ field }) => field === guess.field)) guesses.push(guess);
}

/** Whether at least half of the texts are words of a list. */
export function areWordsOf(texts: readonly string[], list: ClosedWords): boolean {
  const known = texts.filter((text) => wordOf(text, list) !== null);
  return known.length > 0 && known.length * 2 >= texts.length;
}
