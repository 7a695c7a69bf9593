import { type Markup, joined, markup, styleSheet } from '#platform';
import type { BriefingView } from '../briefing.dto.js';
import { tellKnowledge, tellQuestions, tellRelationships } from './knowledge-sections.js';
import { tellEvents, tellPeople, tellPromises } from './other-sections.js';
import { fitsTwoSheets } from './lengths.js';
import { MARKS, mark, say } from './phrases.js';
import { STYLE } from './style.js';
import { type Words, wordsIn } from './words.js';

const { element: STYLED, policy: PAGE_POLICY } = styleSheet(STYLE);

export { PAGE_POLICY };

const MOST_NAMES = 8;

/** What is tried, one after the other, until the page fits. */
const SHARES = [1, 0.8, 0.65, 0.5, 0.4, 0.3, 0.2];

/** A briefing as a page that prints on two sheets of A4, in the first of the languages that there are words in. */
export function writePage(briefing: BriefingView, languages: readonly string[]): string {
  const words = wordsIn(languages);
  let page = '';
  for (const share of SHARES) {
    page = writeAll(briefing, { ...words, share });
    if (fitsTwoSheets(page)) break;
  }
  return page;
}

function writeAll(briefing: BriefingView, words: Words): string {
  return markup`<!doctype html>
    <html lang="${words.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.say('briefing')}: ${briefing.name}</title>
        ${STYLED}
      </head>
      <body>
        ${head(briefing, words)}
        <main>${tellAll(briefing, words)}</main>
        <footer>
          <p class="small">${legend(words)}. ${words.say('doubt')}</p>
        </footer>
      </body>
    </html> `.text;
}

function legend({ call }: Words): Markup {
  const signs = Object.entries(MARKS).map(
    ([doubt, sign]) => markup`<span class="doubt">${sign}</span> ${call(doubt)}`,
  );
  return joined(signs, ', ');
}

function head(briefing: BriefingView, words: Words): Markup {
  const others = [...new Map(briefing.names.map((one) => [one.text, one])).values()]
    .slice(0, MOST_NAMES)
    .map((one) => say(one.text, words, { lang: one.lang, most: 80 }));
  return markup`<header>
    <h1>${say(briefing.name, words, { most: 120 })}${mark(briefing, words)}</h1>
    <p class="small">
      ${words.say('briefing')} – ${words.call(briefing.kind)} – ${words.say('asOf')}
      <time>${briefing.asOf}</time>
    </p>
    <p>${words.say('names')}: ${joined(others, ' · ')}</p>
    ${briefing.text && markup`<p>${say(briefing.text, words, { lang: briefing.lang, most: 400 })}</p>`}
  </header>`;
}

function tellAll(briefing: BriefingView, words: Words): Markup[] {
  return [
    ...tellKnowledge(briefing, words),
    ...tellPeople(briefing, words),
    tellRelationships(briefing, words),
    ...tellEvents(briefing, words),
    ...tellPromises(briefing, words),
    tellQuestions(briefing, words),
  ];
}
