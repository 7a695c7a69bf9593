/** What a head is made of: what it says, in one language or several, and what it remarks in brackets. */
export interface HeadParts {
  readonly said: readonly string[];
  readonly remarks: readonly string[];
}

const REMARK = /[(（[【]([^()（）[\]【】]*)[)）\]】]/gu;

/** How a date is to be written, and not what it is of: “gg/mm/aaaa”. */
const DATE_FORMAT = /(?<![\p{L}\p{N}])(?:[dgmya]{1,4}[-/. ]){1,2}[dgmya]{1,4}(?![\p{L}\p{N}])/giu;
const MONTH_FIRST = /(?<![\p{L}\p{N}])mm?[-/. ](?:dd?|gg?)(?![\p{L}\p{N}])/iu;

/** Whether a head says that the month is written before the day. */
export function saysMonthFirst(head: string): boolean {
  return MONTH_FIRST.test(head);
}

/** Numbers of columns: “1. Name”, “(2) 单位”, “三、职务”, “Q4: E-mail”. */
const NUMBER =
  /^[\s(（]*(?:q?\d{1,3}|[a-z]|[ivx]{1,5}|[一二三四五六七八九十]{1,3}|[①-⑳])\s*[)）.、:：-]*\s*/iu;
const ENDS_NUMBER = /[)）.、:：①-⑳-]\s*$/u;

/** A head without the number of its column. */
export function withoutNumber(head: string): string {
  const [number = ''] = NUMBER.exec(head) ?? [];
  return ENDS_NUMBER.test(number) && number.length < head.length ? head.slice(number.length) : head;
}

/** Takes a head apart: “姓名 Name”, “Ente/Organization”, “Tel. (mobile)”. */
export function partsOf(head: string): HeadParts {
  const text = head.replace(DATE_FORMAT, ' ');
  const remarks = [...text.matchAll(REMARK)].map(([, remark]) => remark!);
  const said = text.replace(REMARK, '\n').split(BETWEEN).flatMap(byScript);
  return { said: said.filter(isWord), remarks: remarks.flatMap((one) => one.split(BETWEEN)).filter(isWord) };
}

const BETWEEN = /[\n\r/／|｜;；]|\s[-–—]\s/u;
const SCRIPTS = /[\p{Script=Han}\p{N}、·]*\p{Script=Han}[\p{Script=Han}\p{N}、·]*|[^\p{Script=Han}]+/gu;

function byScript(text: string): string[] {
  return text.match(SCRIPTS) ?? [];
}

function isWord(text: string): boolean {
  return /\p{L}/u.test(text);
}
