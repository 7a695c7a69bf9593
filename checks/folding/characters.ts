/** What search makes of single characters, and what kinds of them there are. */
export interface Characters {
  /** What becomes of each character outside ASCII that does not stay as it is. */
  readonly folds: ReadonlyMap<string, string>;
  /** Of which nothing stays, as ranges of a regular expression: accents, marks and what cannot be seen. */
  readonly dropped: string;
  /** The characters that part words, as ranges of a regular expression. */
  readonly separators: string;
  /** Those of scripts without spaces: each is a word of its own. */
  readonly spaceless: string;
}

/** What OpenCC knows of characters: how traditional ones are simplified, and for which the short ones of Japan stand. */
const SIMPLIFIED = await readTable('TSCharacters');
const SHORT_IN_JAPAN = await readTable('JPShinjitaiCharacters');

const LAST = 0x10ffff;
const MARKS_THAT_STAY = /[\u3099\u309a]/u;
const STRIPPED =
  /^[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Syriac}]$/u;
/** Dots below letters, and what only makes words longer. */
const UNTOLD = /[\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc\u0640]/u;
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cc}]/u;
const SPACE = /[\p{White_Space}\p{Z}]/u;
const JOINER = /[\p{Pd}'`.´’‘‛′‵ʹʻʼʽʾʿˈˊˋ՚׳״ꞌꞋ＇｀．﹒−⁃·•‧・･᛫]/u;
const SEPARATOR = /[\p{Z}\p{P}\p{S}\p{Cc}]/u;
const SPACELESS =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]$/u;
const COMPOSED = /[\u1100-\u11ff\u3040-\u30ff\uac00-\ud7a3]/u;

/** Letters that no table of Unicode takes apart, and variants that are written for each other. */
const LETTERS = pairs(
  'øo łl đd ðd þth æae œoe ħh ŧt ŋn ĸk ƒf ɓb ɗd ɖd ƙk ɠg ɣg ɲn ɔo ɛe əe ǝe ɨi ɩi ƚl ɫl ƥp ƭt ʈt ʉu ʊu ʋv ƴy ȷj ƀb ƈc ƌd ɍr ɏy ɇe ⱥa ⱦt ɟj ɦh ƶz ȥz ȼc ɂ- ʔ- ƣq ɵo ꝑp',
  'ґг ғг қк ҡк ҝк ҟк ңн ҥнг үу ұу һх ҳх ҷч ҹч әа өо ћц ђд ѓг іи ѵи ѳф ѣе єе',
  'ٱا ىي یي ےي ۍي ېي ةه ہه ھه ەه ۀه کك ڪك گك ۇو ۆو ۈو',
  'ךכ םמ ןנ ףפ ץצ װוו ױוי ײיי',
  'ँं ઁં ঁং',
  // Kana as they are written small, and what names have in Japan beside the usual forms.
  'ぁあ ぃい ぅう ぇえ ぉお っつ ゃや ゅゆ ょよ ゎわ ゕか ゖけ',
  '髙高 﨑崎 邉邊 栁柳 濵濱 嶋島 嶌島 冨富 桒桑 槗橋 曻昇 𠮷吉',
  // How traditional characters were once printed.
  '鑛礦 擧舉 鄕鄉 鬭鬥 倂併 澁澀 緖緒 衞衛 餠餅 竝並 敍敘 愼慎 晄晃 槪概 甁瓶 硏研 飜翻 萠萌 襃褒 郞郎',
);
/** In Chinese, these are characters of their own. */
const CHINESE_AS_WELL = new Set('予欠沪');
const KATAKANA = /[\u30a1-\u30f6]/;
const FROM_KATAKANA_TO_HIRAGANA = 0x60;

/** Makes the table anew, from the Unicode data of the runtime and OpenCC's table of traditional characters. */
export function makeCharacters(): Characters {
  const folds = new Map<string, string>();
  const [dropped, separators, spaceless]: number[][] = [[], [], []];
  const digits = digitsOf();
  for (let code = 1; code <= LAST; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCodePoint(code);
    const folded = code < 0x80 ? character : fold(character, digits);
    if (folded === '') dropped!.push(code);
    else if (folded !== character) folds.set(character, folded);
    else if (SEPARATOR.test(character) && character !== '-') separators!.push(code);
    if (isSpaceless(character)) spaceless!.push(code);
  }
  return {
    folds,
    dropped: ranges(dropped!),
    separators: ranges(separators!),
    spaceless: ranges(spaceless!),
  };
}

function isSpaceless(character: string): boolean {
  return SPACELESS.test(character) && /[\p{L}\p{M}\p{N}]/u.test(character);
}

/** What a character becomes, however often it is folded. */
function fold(character: string, digits: ReadonlyMap<string, string>): string {
  let folded = character;
  for (const former = new Set<string>(); !former.has(folded);) {
    former.add(folded);
    folded = [...folded].map((one) => foldOnce(one, digits)).join('');
    if (former.has(folded)) return folded;
  }
  return folded;
}

function foldOnce(character: string, digits: ReadonlyMap<string, string>): string {
  if (JOINER.test(character)) return '-';
  if (SPACE.test(character)) return ' ';
  if (INVISIBLE.test(character) || UNTOLD.test(character)) return '';
  if (MARKS_THAT_STAY.test(character)) return character;
  if (/\p{M}/u.test(character) && STRIPPED.test(character)) return '';
  const known = digits.get(character) ?? LETTERS.get(character) ?? traditionalOf(character);
  return known ?? SIMPLIFIED.get(character) ?? decompose(character);
}

/** The character for which a short one of Japan stands, unless both are simplified alike. */
function traditionalOf(character: string): string | undefined {
  const traditional = SHORT_IN_JAPAN.get(character);
  if (!traditional || CHINESE_AS_WELL.has(character)) return undefined;
  return simplify(traditional) === simplify(character) ? undefined : traditional;
}

function simplify(character: string): string {
  const usual = LETTERS.get(character) ?? character;
  return SIMPLIFIED.get(usual) ?? usual;
}

// What stands for several characters is taken apart first: as a capital, the iota below a Greek letter stands beside it.
function decompose(character: string): string {
  if (KATAKANA.test(character))
    return String.fromCodePoint(character.codePointAt(0)! - FROM_KATAKANA_TO_HIRAGANA);
  const parts = character.normalize('NFKD');
  if (parts === character) return character.toUpperCase().toLowerCase();
  // The voice marks of kana tell words apart, and syllables of Hangul are written as one.
  return COMPOSED.test(parts) ? character.normalize('NFKC') : parts;
}

/** Pairs of a character and those that it is, of which the first counts; the package tells no types of them. */
async function readTable(name: string): Promise<ReadonlyMap<string, string>> {
  const { default: table } = (await import(`opencc-js/dict/${name}`)) as { default: string };
  return new Map(
    table.split('|').map((pair) => {
      const [from, to] = pair.split(' ');
      return [from!, [...to!][0]!] as const;
    }),
  );
}

function digitsOf(): Map<string, string> {
  const digits = new Map<string, string>();
  for (let code = 0x80, value = 0; code <= LAST; code++) {
    const character = String.fromCodePoint(code);
    value = /\p{Nd}/u.test(character) ? value + 1 : 0;
    if (value > 0) digits.set(character, String((value - 1) % 10));
  }
  return digits;
}

function pairs(...lists: readonly string[]): Map<string, string> {
  const letters = lists.flatMap((list) => list.split(' '));
  return new Map(
    letters.map((pair) => {
      const [from, ...to] = pair;
      return [from!, to.join('')];
    }),
  );
}

/** Code points as ranges, written so that JavaScript and Postgres read them alike. */
function ranges(codes: readonly number[]): string {
  const found: [number, number][] = [];
  for (const code of codes) {
    const last = found.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else found.push([code, code]);
  }
  return found.map(([from, to]) => (from === to ? write(from) : `${write(from)}-${write(to)}`)).join('');
}

function write(code: number): string {
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}
