import { DROPPED, FOLDS, SEPARATORS, SPACELESS } from './characters.js';

/** What the table of characters comes to. */
interface Folding {
  readonly folds: ReadonlyMap<string, string>;
  readonly dropped: RegExp;
  readonly separators: RegExp;
  readonly spaceless: RegExp;
  readonly oneSpaceless: RegExp;
  readonly oneSeparator: RegExp;
}

let made: Folding | undefined;

// Made when something is first looked for: whoever only knows the rules of records need not wait for it.
function folding(): Folding {
  return (made ??= {
    folds: new Map(FOLDS.split('\t').map((pair) => splitFirst(pair))),
    dropped: new RegExp(`[${DROPPED}]+`, 'gu'),
    separators: new RegExp(`[${SEPARATORS}]+`, 'gu'),
    spaceless: new RegExp(`[${SPACELESS}]`, 'gu'),
    oneSpaceless: new RegExp(`^[${SPACELESS}]$`, 'u'),
    oneSeparator: new RegExp(`^[${SEPARATORS}]$`, 'u'),
  });
}

const ASCII = /^[\0-\x7f]*$/;
/** What is written in several characters: syllables of Hangul, kana with their voice marks, 々, and nasals of Devanagari. */
const COMPOSED =
  /[\u3099\u309a\u094d\u3005\u303b\u309d\u309e\u30fd\u30fe\u1100-\u11ff\u3131-\u318e\uff9e-\uffdc]/;
/** What stands between initials, of which the first has a point, or between a Korean family name and a given name. */
const BETWEEN_NAMES =
  /(?<=(?:^|[- ])[^- 0-9])-[- ]+(?=[^- 0-9](?:[- ]|$))|(?<=(?:^|[- ])[가-힣]) +(?=[가-힣]{2}(?:[- ]|$))/gu;
/** A nasal before a consonant that is spoken at the same place: a point above the line says the same. */
const NASALS = /ङ\u094d(?=[क-ङ])|ञ\u094d(?=[च-ञ])|ण\u094d(?=[ट-ण])|न\u094d(?=[त-न])|म\u094d(?=[प-म])/g;
const TWO_SYLLABLES = /^[가-힣]{2}$/;

/** The most characters of a word that are looked at. */
export const WORD_MAX_LENGTH = 100;

/** A text without what search does not look at: capitals, accents, variants of characters, what cannot be seen. */
export function foldText(text: string): string {
  const folded = ASCII.test(text) ? text : foldOthers(COMPOSED.test(text) ? compose(text) : text);
  return folded.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase()).replace(/['`.]/g, '-');
}

/** Letters with a diaeresis, a ring or a stroke, and what is written where there are none (ICAO Doc 9303, 3-6). */
const RESPELLED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** A text as it is spelled in passports, Müller as Mueller; undefined, where that is no other. */
export function respellText(text: string): string | undefined {
  const composed = text.normalize('NFC');
  const respelled = composed.replace(/[äöüåø]/giu, (letter) => RESPELLED[letter.toLowerCase()]!);
  return respelled === composed ? undefined : respelled;
}

/** A text in which characters stand again where a mark repeats them: as long as it was. */
export function repeatCharacters(text: string): string {
  return text
    .replace(/([\u3040-\u30ff\u3400-\u9fff])[々〻ゝヽ]/g, '$1$1')
    .replace(/([\u3040-\u30ff])[ゞヾ]/g, (_, kana: string) => kana + `${kana}\u3099`.normalize('NFC'));
}

function compose(text: string): string {
  return repeatCharacters(text).normalize('NFKC').replace(NASALS, '\u0902');
}

function foldOthers(text: string): string {
  const { dropped, folds } = folding();
  return text.replace(dropped, '').replace(/[^\0-\x7f]/gu, (one) => folds.get(one) ?? one);
}

/**
 * The words of a text in their order, parted by one space each: hyphens within them stay, as does what joins initials, and
 * every character of a script without spaces is one.
 */
export function spellText(text: string): string {
  const { spaceless, separators } = folding();
  const joined = foldText(text).replace(separators, ' ').replace(BETWEEN_NAMES, '-');
  const apart = joined.replace(spaceless, ' $& ');
  return apart.replace(/[- ]*(?: |--)[- ]*/g, ' ').replace(/^[- ]+|[- ]+$/g, '');
}

/**
 * The words by which a text is found: each one, what a hyphen or apostrophe joins also as one word, and every two
 * characters of a script without spaces that follow each other.
 */
export function wordsOf(text: string): string[] {
  const words = spellText(text).split(' ');
  const found = words.flatMap((word, index) => {
    const next = words[index + 1];
    if (isSpacelessCharacter(word)) return next && isSpacelessCharacter(next) ? [word, word + next] : [word];
    return partsOf(word);
  });
  return [...new Set(found.filter((word) => word !== ''))];
}

/** The words by which a name is found: as it is written, and as it is respelled. */
export function wordsOfName(name: string): string[] {
  return [...new Set([name, respellText(name) ?? ''].flatMap(wordsOf))];
}

function partsOf(word: string): string[] {
  const parts = word.split('-');
  return (parts.length === 1 ? parts : [...parts, parts.join('')]).map((part) =>
    [...part].slice(0, WORD_MAX_LENGTH).join(''),
  );
}

function splitFirst(pair: string): [string, string] {
  const [first] = pair;
  return [first!, pair.slice(first!.length)];
}

/** Whether so little of a word finds only those that begin so: less than three letters, or one syllable of Hangul. */
export function isBeginning(text: string): boolean {
  return [...text].length < 3 && !TWO_SYLLABLES.test(text);
}

/** Whether a text is one character of a script without spaces. */
export function isSpacelessCharacter(text: string): boolean {
  return folding().oneSpaceless.test(text);
}

/** Whether a text is one character that parts words. */
export function isSeparator(text: string): boolean {
  return folding().oneSeparator.test(text);
}
