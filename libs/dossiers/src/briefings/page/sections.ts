import { type Markup, markup } from '#platform';
import type { BriefingPart } from '../briefing-parts.dto.js';
import { shareOf } from './lengths.js';
import type { Heading } from './headings.js';
import type { Words } from './words.js';

/** A part of a page with its first items, and how many there are; nothing where there is none. */
export function section<T>(
  heading: Heading,
  { count, more, items }: BriefingPart<T>,
  { words, most, item }: { words: Words; most: number; item: (one: T) => Markup },
): Markup {
  if (items.length === 0) return markup``;
  const shown = items.slice(0, shareOf(most, words.share));
  const all = more ? `${count}+` : `${count}`;
  const counted =
    shown.length < count || more
      ? markup` <span class="small">${shown.length} ${words.say('of')} ${all}</span>`
      : null;
  return markup` <section aria-labelledby="${heading}">
    <h2 id="${heading}">${words.say(heading)}${counted}</h2>
    <ul>
      ${shown.map((one) => markup`<li>${item(one)}</li> `)}
    </ul>
  </section>`;
}
