import { type Markup, joined, markup, styleSheet } from '#platform';
import type { ActivityView, MeasureView, ProcessingRecordView } from './processing-record.dto.js';

const STYLE = `
@page { size: A4; margin: 15mm; }
body { font: 10pt/1.35 "Noto Sans", "Helvetica Neue", Arial, sans-serif; color: #111; margin: 0 auto; max-width: 180mm; padding: 5mm; }
h1 { font-size: 16pt; }
h2 { font-size: 11pt; margin-bottom: 1mm; break-after: avoid; }
dl { display: grid; grid-template-columns: 35mm 1fr; gap: 1mm 4mm; margin: 0; }
dt { color: #444; }
dd { margin: 0; }
`;

const { element: STYLED, policy: PROCESSING_PAGE_POLICY } = styleSheet(STYLE);

export { PROCESSING_PAGE_POLICY };

/** The record of processing activities as a page to print. */
export function writeProcessingPage(record: ProcessingRecordView): string {
  const { asOf, controller, activities, transfers, measures } = record;
  return markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Record of processing activities</title>
        ${STYLED}
      </head>
      <body>
        <h1>Record of processing activities</h1>
        <dl>
          ${facts([
            ['Office', controller.name ?? 'not said (OFFICE_NAME)'],
            ['Contact', controller.contact ?? 'not said (DATA_PROTECTION_CONTACT)'],
            ['As of', asOf],
          ])}
        </dl>
        ${activities.map(tellActivity)}
        <h2>Transfers abroad</h2>
        <p>${transfers}</p>
        <h2>What keeps the data safe</h2>
        <ul>${measures.map(tellMeasure)}</ul>
      </body>
    </html> `.text;
}

function tellActivity({ purpose, people, data, recipients, others, kept }: ActivityView): Markup {
  return markup`<h2>${purpose}</h2>
    <dl>
      ${facts([
        ['People', people.join('; ')],
        ['Data', data.join('; ')],
        ['Recipients', joined([`roles ${recipients.join(', ')}`, ...others], '; ')],
        ['Kept', kept],
      ])}
    </dl>`;
}

function tellMeasure({ measure, inPlace }: MeasureView): Markup {
  return markup`<li>${inPlace ? 'Yes' : 'No'}: ${measure}</li>`;
}

function facts(pairs: readonly (readonly [string, string | Markup])[]): Markup[] {
  return pairs.map(([term, fact]) => markup`<dt>${term}</dt><dd>${fact}</dd>`);
}
