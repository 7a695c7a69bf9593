import { CHINESE_WORDS } from './chinese-words.js';
import { HEADINGS, type Heading } from './headings.js';
import { ITALIAN_WORDS } from './italian-words.js';

/** The words of closed lists that a language has of its own: in English they are as they are. */
export const KNOWN_WORDS = { it: ITALIAN_WORDS, zh: CHINESE_WORDS };

/** The words of a page in one language. */
export interface Words {
  readonly language: string;
  /** How much of what there is has room on the page, of 1. */
  readonly share: number;
  /** A heading or a phrase of the page. */
  readonly say: (heading: Heading) => string;
  /** A word of a closed list, such as `under_way`. */
  readonly call: (word: string) => string;
}

const LANGUAGES: readonly Words[] = [
  wordsOf('en', {}),
  wordsOf('it', KNOWN_WORDS.it),
  wordsOf('zh', KNOWN_WORDS.zh),
];

function wordsOf(language: keyof typeof HEADINGS, words: Readonly<Record<string, string>>): Words {
  return {
    language,
    share: 1,
    say: (heading) => HEADINGS[language][heading],
    call: (word) => words[word] ?? word.replaceAll('_', ' '),
  };
}

/** The words in the first of the languages that there are words in; in English where there is none. */
export function wordsIn(languages: readonly string[]): Words {
  const spoken = languages.map((tag) => LANGUAGES.find(({ language }) => language === tag.split('-')[0]));
  return spoken.find((words) => words !== undefined) ?? LANGUAGES[0]!;
}
