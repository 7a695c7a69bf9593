import { type Markup, type ReferenceView, joined, markup } from '#platform';
import type { Quantity, Verification } from '#vocabulary';
import { shareOf } from './lengths.js';
import type { Words } from './words.js';

/** The marks of what is doubtful, which a legend explains. */
export const MARKS = { unverified: '*', disputed: '†', refuted: '‡' } as const;

/** A name is cut no shorter than this. */
const SHORTEST = 40;

/** How far something can be relied on. */
export interface Doubted {
  readonly verification: Verification | null;
  readonly disputed: boolean;
}

/** A text of at most so many characters, in its language where that is not the one of the page. */
export function say(
  text: string | null,
  words: Words,
  { most = 160, lang }: { most?: number; lang?: string | null } = {},
): Markup {
  if (text === null) return markup``;
  const cut = cutText(text.replace(/\s+/g, ' ').trim(), Math.max(shareOf(most, words.share), SHORTEST));
  const language = lang ?? (/\p{Script=Han}/u.test(cut) ? 'zh' : undefined);
  if (!language || language.split('-')[0] === words.language) return markup`${cut}`;
  return markup`<span lang="${language}">${cut}</span>`;
}

function cutText(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** A mark beside what is unverified, disputed or refuted. */
export function mark({ verification, disputed }: Doubted, { call }: Words): Markup {
  const doubts = Object.entries(MARKS).filter(
    ([doubt]) => doubt === verification || (doubt === 'disputed' && disputed),
  );
  return markup`${doubts.map(([doubt, sign]) => markup`<sup class="doubt"><abbr title="${call(doubt)}">${sign}</abbr></sup>`)}`;
}

/** The name of something, with its mark. */
export function name(one: Doubted & { readonly name: string }, words: Words): Markup {
  return markup`<strong>${say(one.name, words)}</strong>${mark(one, words)}`;
}

/** The names of what is referred to. */
export function names(references: readonly (ReferenceView | null)[], words: Words): Markup {
  const known = references.filter((one) => one !== null);
  return joined(
    known.map((one) => say(one.name, words, { most: 70 })),
    ', ',
  );
}

/** What is said of something beside its name, in brackets; nothing where nothing is. */
export function aside(pieces: readonly (Markup | string | null | false)[]): Markup {
  const told = joined(pieces, ', ');
  return told.text === '' ? markup`` : markup` <span class="small">(${told})</span>`;
}

/** A date as people write it, where it is a day; otherwise as it was recorded. */
export function date(value: string | null, { language }: Words): string | null {
  if (value === null || !/^\d{4}-\d\d-\d\d$/.test(value)) return value;
  return Temporal.PlainDate.from(value).toLocaleString(language, { dateStyle: 'medium' });
}

/** From when to when. */
export function dates(
  { starts, ends }: { starts: string | null; ends: string | null },
  words: Words,
): string {
  const days = [...new Set([starts, ends])].filter((one) => one !== null).map((one) => date(one, words));
  return days.length > 0 ? days.join(' – ') : words.say('undated');
}

/** A number with how it is meant and what it counts. */
export function amount(quantity: Quantity | null, { language, call }: Words): string | null {
  if (quantity === null) return null;
  const { value, max, qualifier, unit } = quantity;
  const numbers = [value, max].filter((one) => one !== undefined);
  const shown = numbers.map((one) => one.toLocaleString(language, { maximumFractionDigits: 2 })).join('–');
  return [qualifier === 'exact' ? '' : call(qualifier), shown, unit].filter(Boolean).join(' ');
}
