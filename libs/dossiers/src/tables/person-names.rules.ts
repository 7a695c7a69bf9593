/** What a cell says of a person who it names. */
export interface SaidPerson {
  /** The name, without how the person is addressed. */
  readonly name: string;
  /** How the person is addressed, as it is written. */
  readonly honorific: string | null;
  /** The parts of the name, where the cell shows which is which. */
  readonly parts: { readonly family: string; readonly given: string } | null;
}

/** What is longer is no name that is taken apart. */
const LONGEST_NAME = 200;

/** Titles in front of a name; those that could be a name themselves only with their point. */
const TITLE =
  /^(?:(?:prof|dott|dr|sig)\.?\s?(?:ssa|ra|na)\b\.?|(?:mr|mrs|ms|miss|mx|dr|prof|dott|sig|sir|professor|professore|professoressa|dottor|dottore|dottoressa|signor|signore|signora|ingegner|avvocato|ambassador|ambasciatore|ambasciatrice)(?=[\s.])\.?|(?:ing|avv|arch|on|sen|gen|amb|rag|geom|cav|egr|gent|hon|rev|col)\.(?:\s?ma\b)?|(?:h\.\s?e|s\.\s?e)\.)\s*/iu;
const MOST_TITLES = 4;
const HAN_TITLE = /\s*(先生|女士|小姐|夫人|教授|博士|阁下|閣下|老师|老師)$/u;
const TITLE_BEHIND = /\s*[(（]((?:mr|mrs|ms|miss|dr|prof)\.?|先生|女士|小姐)[)）]$/iu;

/** Tells the name in a cell from how the person is addressed: “Dr. Chen Feng”, 欧阳先生, “Sun Zhiming (Mr.)”. */
export function readPerson(text: string): SaidPerson {
  if (text.length > LONGEST_NAME) return { name: text, honorific: null, parts: null };
  const front = frontTitles(text);
  const rest = text.slice(front.length);
  const [behind, word] = TITLE_BEHIND.exec(rest) ?? HAN_TITLE.exec(rest) ?? [''];
  const name = rest.slice(0, rest.length - behind.length).trim();
  // “Mr & Mrs Rossi” are two, and a title alone is no name.
  if (!/^\p{L}/u.test(name)) return { name: text, honorific: null, parts: partsOf(text) };
  const parts = partsOf(name);
  const honorific = front.trim() || word || null;
  return { name: parts ? nameOf(parts) : name, honorific, parts };
}

function frontTitles(text: string): string {
  let front = '';
  for (let count = 0; count < MOST_TITLES; count++) {
    const [title = ''] = TITLE.exec(text.slice(front.length)) ?? [];
    if (title === '') break;
    front += title;
  }
  return front;
}

const WORD = String.raw`\p{Lu}[\p{L}'’-]*`;
const PARTICLE = String.raw`(?:(?:de|di|del|della|dello|dei|degli|da|dal|dalla|la|lo|li|van|von|der|den|ter|du|el|al|bin)\s){0,2}`;
/** “Rossi, Mario”: a family name of one word, or of particles and one. */
const COMMA = new RegExp(String.raw`^(${PARTICLE}${WORD}),\s*(${WORD}(?:\s${WORD})?)$`, 'iu');
const CAPITALS = String.raw`\p{Lu}[\p{Lu}'’-]+`;
const MIXED = String.raw`\p{Lu}[\p{Ll}'’-][\p{L}'’-]*`;
/** “ROSSI Mario”, “Mario ROSSI”. */
const CAPITALS_FIRST = new RegExp(
  String.raw`^(${CAPITALS}(?:\s${CAPITALS}){0,2})\s(${MIXED}(?:\s${MIXED}){0,2})$`,
  'u',
);
const CAPITALS_LAST = new RegExp(
  String.raw`^(${MIXED}(?:\s${MIXED}){0,2})\s(${CAPITALS}(?:\s${CAPITALS}){0,2})$`,
  'u',
);
const DEGREE = /^(?:phd|md|mba|jr|sr|esq|cpa|msc|bsc|ii|iii|iv)$/i;
function partsOf(name: string): SaidPerson['parts'] {
  const [, family, given] = COMMA.exec(name) ?? CAPITALS_FIRST.exec(name) ?? [];
  if (family && given && !DEGREE.test(given)) return { family: withCase(family), given: withCase(given) };
  const [, first, last] = CAPITALS_LAST.exec(name) ?? [];
  return first && last ? { family: withCase(last), given: first } : null;
}

/** Capitals throughout are a way to set a name, and not its spelling. */
function withCase(words: string): string {
  if (words !== words.toUpperCase()) return words;
  return words.toLowerCase().replace(/(?<![\p{L}])\p{L}|(?<=['’-])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** One syllable of Pinyin, or two for the family names that have them. */
const SYLLABLE = String.raw`(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[iu]?a(?:i|o|ng?)?|[iu]?e(?:i|ng?|r)?|i(?:u|ng?)?|o(?:u|ng)?|u(?:o|i|n)?|iong|ü|üe|v)`;
const PINYIN_FAMILY = new RegExp(`^(?:${SYLLABLE}|ouyang|sima|zhuge|shangguan|situ)$`, 'i');
const PINYIN_GIVEN = new RegExp(`^${SYLLABLE}(?:[-'’ ]?${SYLLABLE})?$`, 'i');

/** A name of its parts: in Chinese the family name stands first, also where it is romanized. */
export function nameOf({ family, given }: { readonly family: string; readonly given: string }): string {
  const isPinyin = PINYIN_FAMILY.test(family) && PINYIN_GIVEN.test(given);
  return isPinyin ? `${family} ${given}` : `${given} ${family}`;
}
