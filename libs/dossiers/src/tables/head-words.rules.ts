import { type Words, foldTerm, hasHan, wordsIn } from './words.rules.js';

/** Words that make no head another one: “Data di firma” is “Data della firma” and “Data firma”. */
const SILENT = new Set(
  'il lo la i gli le l un una uno di d del dello della dei degli delle dell nel nello nella nell e ed the of and s'.split(
    ' ',
  ),
);

/** A head as it is compared: its words, without those that say nothing and without the plurals of English. */
export function foldHead(text: string): string {
  const words = foldTerm(text).replace(BETWEEN_HAN, '').split(' ');
  const telling = words.filter((word) => !SILENT.has(word));
  return (telling.length > 0 ? telling : words).map(singularOf).join(' ');
}

/** Some words as heads are compared. */
export function foldedHeads(words: Words): ReadonlySet<string> {
  return new Set(wordsIn(words).map(([word]) => foldHead(word)));
}

/** Heads are set in the middle of a cell by spaces: 姓 名. */
const BETWEEN_HAN = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

function singularOf(word: string): string {
  if (!/^[a-z]{4,}$/.test(word) || word.endsWith('ss')) return word;
  return word.replace(/ies$/, 'y').replace(/s$/, '');
}

/** The languages that a head can say its cells are in: “Nome (inglese)”, 英文名, “Name EN”. */
const LANGUAGES: Readonly<Record<string, Words>> = {
  'zh-Latn': ['pinyin|traslitterazione', 'romanized|romanised|romanization|transliteration', '汉语拼音|拼音'],
  'zh-Hant': ['cinese tradizionale', 'traditional chinese|zh hant', '繁体中文|繁体|正体中文'],
  'zh-Hans': [
    'caratteri cinesi|cinese|hanzi|cinese semplificato',
    'chinese characters|chinese|zh hans|zh|cn|simplified chinese',
    '简体中文|简体|中文|汉语|汉字|华文',
  ],
  en: ['inglese', 'english|en|eng', '英文|英语|外文'],
  it: ['italiano|italiana|it|ita', 'italian', '意大利文|意大利语|意文'],
};

/** The words for languages, the longest first: “Chinese characters” says more than “Chinese”. */
const LANGUAGE_WORDS = Object.entries(LANGUAGES)
  .flatMap(([lang, words]) => wordsIn(words).map(([word]) => [word, lang] as const))
  .sort(([a], [b]) => b.length - a.length)
  .map(([word, lang]) => [foldHead(word), lang] as const);

/** A folded head without the language that it says, and that language. */
export function withoutLanguage(folded: string): { readonly rest: string; readonly lang: string | null } {
  for (const [word, lang] of LANGUAGE_WORDS) {
    const rest = without(folded, word);
    if (rest !== null) return { rest, lang };
  }
  return { rest: folded, lang: null };
}

/** A word stands apart, but in Chinese, which sets nothing apart. */
function without(folded: string, word: string): string | null {
  if (hasHan(word)) return folded.includes(word) ? folded.replace(word, '').trim() : null;
  const at = ` ${folded} `.indexOf(` ${word} `);
  if (at < 0) return null;
  const before = folded
    .slice(0, at)
    .trim()
    .replace(/(?:^| )in$/, '');
  return `${before} ${folded.slice(at + word.length)}`.replace(/ +/g, ' ').trim();
}

/** What heads say of how a cell is to be filled in. */
const INSTRUCTIONS =
  /(?:^| )(?:(?:as|come) (?:(?:in|on|per|shown|da|su|sul|nel|indicato|riportato) ){1,2}(?:passport|passaporto)|if (?:any|applicable|available)|(?:se|ove) (?:presente|disponibile)|(?:in )?(?:block|capital|latin|roman) (?:letter|character)|(?:in )?(?:stampatello|maiuscolo|caratteri latini)|required|mandatory|optional|obbligatori[oa]|facoltativ[oa]|please (?:enter|specify)|max \d+ \w+)(?= |$)/g;

/** Words that make no head another one, beside one that says more. */
const QUALIFIERS = new Set(
  (
    'work business office official professional personal private primary main current present corporate your short ' +
    'additional legal aziendale ufficio lavoro lavorativo lavorativa personale istituzionale ufficiale privato privata ' +
    'principale attuale ricoperto ricoperta appartenenza breve'
  )
    .split(' ')
    .map(foldHead),
);

/** The same in Chinese, in front of what it is said of; and what says how to fill it in. */
const HAN_QUALIFIERS =
  /^(?:请?填写|您的|本人|中英文|是否|目前)?(?:参会|与会|参加|出席|来访|到访|出访|受邀|邀请|参展)?(?:人员|代表团|代表|嘉宾|来宾|贵宾|成员|团员|人|者)?(?:的|现任|现|主要|办公|所属|所在|服务|任职|官方)?|(?:信息|情况|如有|必填|选填)$/gu;

/** A folded head without what it says beside, and how it is filled in; nothing where it says nothing else. */
export function withoutQualifiers(folded: string): string {
  const told = folded.replace(INSTRUCTIONS, '').trim();
  return hasHan(told) ? told.replace(HAN_QUALIFIERS, '').trim() : withoutWords(told, QUALIFIERS);
}

/** A folded head without some of its words; one in Chinese begins with them. */
export function withoutWords(folded: string, words: ReadonlySet<string>): string {
  if (hasHan(folded)) {
    const first = longest(words, (word) => folded.startsWith(word));
    return folded.slice(first.length).trim();
  }
  return folded
    .split(' ')
    .filter((word) => !words.has(word))
    .join(' ');
}

function longest(words: ReadonlySet<string>, isMeant: (word: string) => boolean): string {
  return [...words].reduce((long, word) => (word.length > long.length && isMeant(word) ? word : long), '');
}

/** What sort of thing a field holds, which heads say beside what it is of: “Company name”, “Seat no.”, 成立日期. */
export const SORTS = {
  name: ['nome|nominativo|denominazione', 'name|full name', '名称|姓名|名字|名|全称'],
  number: ['numero|n|nr|num', 'number|no|num', '号码|号|编号'],
  date: ['data|anno|giorno', 'date|year', '日期|时间|年份|年月|日'],
  mode: ['tipo|tipologia|modalità', 'type|mode|kind', '类型|方式|形式|类别'],
  status: ['stato', 'status|state', '状态|情况'],
  address: ['indirizzo', 'address', '地址'],
} as const satisfies Readonly<Record<string, Words>>;
export type Sort = keyof typeof SORTS;

const SORT_WORDS = Object.entries(SORTS).map(([sort, words]) => [sort as Sort, foldedHeads(words)] as const);

/** What is left of a folded head without the words for a sort of thing, for each sort that it says. */
export function withoutSort(folded: string): { readonly rest: string; readonly sort: Sort }[] {
  const left = SORT_WORDS.map(([sort, words]) => ({ sort, rest: withoutSortWords(folded, words) }));
  return left.filter(({ rest }) => rest !== folded && rest !== '');
}

function withoutSortWords(folded: string, words: ReadonlySet<string>): string {
  if (!hasHan(folded)) return withoutWords(folded, words);
  return folded.slice(0, folded.length - longest(words, (word) => folded.endsWith(word)).length).trim();
}

/** Whether a head says two things at once, or one within another: “Nome e ruolo”, 单位及职务, “Nome (ente)”. */
export function isTwofold(head: string): boolean {
  return /\s(?:e|ed|and|o|or)\s|[&+及和与兼(（[]/iu.test(head);
}
