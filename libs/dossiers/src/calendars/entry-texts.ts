import type ICAL from 'ical.js';
import { knownLanguage } from '#vocabulary';

/** A text of a calendar, in the language that it says. */
export interface Said {
  readonly text: string;
  readonly language: string | null;
}

/** The text of a property; null where there is none, or nothing in it. */
export function saidBy(component: ICAL.Component | undefined, name: string): Said | null {
  const property = component?.getFirstProperty(name);
  const text = property ? plainText(String(property.getFirstValue())).trim() : '';
  const language = property?.getFirstParameter('language');
  return text === '' ? null : { text, language: (language && knownLanguage(language)) || null };
}

/** Whether a place is none: people meet at an address on the web. */
export function isOnline(location: string): boolean {
  return /^(?:https?:\/\/\S*|(?:microsoft )?teams(?: meeting)?|online|virtual|zoom|webex)$/i.test(location);
}

/** The status of an item, by that of its entry. */
export const STATUSES: Readonly<Record<string, string>> = {
  CONFIRMED: 'confirmed',
  TENTATIVE: 'proposed',
  CANCELLED: 'cancelled',
};

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Programs put HTML where text belongs: its breaks become those of lines, the rest of it is left out. */
function plainText(text: string): string {
  if (!/<\/?(?:a|b|br|div|em|h[1-6]|html|i|li|ol|p|span|strong|table|u|ul)\b[^<>]*>/i.test(text)) return text;
  return text
    .replace(/<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^<>]*>\n?/gi, '\n')
    .replace(/<!--[^<>]*-->|<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(#\d{1,6}|[a-z]{2,4});/gi, (whole, name: string) => entityOf(name) ?? whole)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}

function entityOf(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = Number(name.slice(1));
  return code >= 0x20 && code <= 0xffff ? String.fromCharCode(code).toWellFormed() : undefined;
}
