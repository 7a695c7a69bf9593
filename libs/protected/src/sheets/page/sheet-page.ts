import { type Markup, joined, markup, styleSheet } from '#platform';
import type { ProtectedMemberView, ProtectedSheetView } from '../sheets.dto.js';
import { type Words, wordsIn } from './words.js';

const STYLE = `
@page { size: A4; margin: 14mm; }
body { font: 10pt/1.35 "Noto Sans", "Noto Sans CJK SC", "Helvetica Neue", Arial, sans-serif; color: #111; margin: 0 auto; max-width: 180mm; padding: 4mm; overflow-wrap: anywhere; }
h1 { font-size: 16pt; margin: 0 0 1mm; }
h2 { font-size: 11.5pt; margin: 5mm 0 1mm; border-bottom: .3mm solid #555; break-after: avoid; }
section { break-inside: avoid; }
dl { display: grid; grid-template-columns: 32mm 1fr; gap: .6mm 3mm; margin: 0; }
dt { color: #444; }
dd { margin: 0; white-space: pre-line; }
.warning { color: #a00; font-weight: bold; }
@media print { body { max-width: none; padding: 0; } }
`;

const { element: STYLED, policy: SHEET_POLICY } = styleSheet(STYLE);

export { SHEET_POLICY };

/** A sheet as a page to print, in the first of the languages that there are words in. */
export function writeSheet(sheet: ProtectedSheetView, languages: readonly string[]): string {
  const words = wordsIn(languages);
  const others = sheet.withoutProfile.map(({ name }) => name);
  return markup`<!doctype html>
    <html lang="${words.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.sheet}: ${sheet.delegation.name}</title>
        ${STYLED}
      </head>
      <body>
        <header>
          <h1>${sheet.delegation.name}</h1>
          <p>${words.sheet} – ${words.asOf} <time>${sheet.asOf}</time></p>
          <p class="warning">${words.confidential}</p>
        </header>
        <main>${sheet.members.map((member) => tell(member, words))}</main>
        ${others.length > 0 && markup`<footer><p>${words.withoutProfile}: ${joined(others, ' · ')}</p></footer>`}
      </body>
    </html> `.text;
}

function tell(member: ProtectedMemberView, words: Words): Markup {
  const { passport, birthDate, visa, dietary, medical, emergencyContact: contact, notes } = member;
  const facts: (readonly [term: string, parts: readonly (string | null | undefined | false)[]])[] = [
    [words.birthDate, [birthDate]],
    [
      words.passport,
      [passport?.number, passport?.country, passport?.issuedAt, until(passport?.expires, words)],
    ],
    [words.visa, [visa?.kind, visa?.number, until(visa?.validUntil, words)]],
    [words.dietary, [dietary]],
    [words.medical, [medical]],
    [words.emergencyContact, [contact?.name, contact?.relation, contact?.phone]],
    [words.notes, [notes]],
  ];
  const told = facts.map(([term, parts]) => [term, joined(parts, ', ')] as const);
  const known = told.filter(([, text]) => text.text !== '');
  return markup`<section>
    <h2>${joined([member.person.name, member.title], ', ')}</h2>
    <dl>${known.map(([term, text]) => markup`<dt>${term}</dt><dd>${text}</dd>`)}</dl>
  </section>`;
}

function until(day: string | null | undefined, words: Words): string | false {
  return day ? `${words.until} ${day}` : false;
}
