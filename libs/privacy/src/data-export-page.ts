import { type Markup, joined, markup, styleSheet } from '#platform';
import type { DataExportView } from './data-export.dto.js';

const STYLE = `
body { font: 10pt/1.35 "Noto Sans", "Noto Sans CJK SC", Arial, sans-serif; margin: 10mm auto; max-width: 190mm; }
h2 { margin-top: 6mm; border-bottom: .3mm solid #555; }
h3 { margin-bottom: 1mm; font-size: 10pt; }
dl { display: grid; grid-template-columns: 42mm 1fr; margin: 0; overflow-wrap: anywhere; }
dt { color: #444; }
dd { margin: 0; }
`;

const { element: STYLED, policy: EXPORT_POLICY } = styleSheet(STYLE);

export { EXPORT_POLICY };

/** Everything that is held about a person, as a page for them. */
export function writeExportPage(held: DataExportView): string {
  return markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Personal data: ${held.person.name}</title>
        ${STYLED}
      </head>
      <body>
        <h1>Personal data: ${held.person.name}</h1>
        <p>All that is held, as of <time>${held.madeAt}</time>.</p>
        ${section(
          'Records',
          held.records.map((one) => entry(one.kind, { id: one.id, ...one.fields })),
        )}
        ${section('Texts that hold the name, or may', held.mentions.map(tellMention))}
        ${section(
          'Documents that may hold the name, and were not read',
          held.unread.map((one) => entry(one.name, one)),
        )}
        ${section('What became of the records', held.history.map(tellChange))}
        ${section(
          'What was done with these data',
          held.audit.map((one) => entry(one.action, one)),
        )}
      </body>
    </html> `.text;
}

function section(title: string, entries: readonly Markup[]): Markup {
  return markup`<h2>${title}</h2>
    ${entries.length > 0 ? entries : markup`<p>None.</p>`}`;
}

function tellMention({ kind, passages, ...place }: DataExportView['mentions'][number]): Markup {
  return entry(kind, { ...place, passages: passages.map(({ excerpt }) => `… ${excerpt} …`) });
}

function tellChange({ kind, change, ...rest }: DataExportView['history'][number]): Markup {
  return entry(`${kind}: ${change}`, rest);
}

function entry(title: string, fields: object): Markup {
  const rows = Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => markup`<dt>${name}</dt><dd>${tell(value)}</dd>`);
  return markup`<h3>${title}</h3>
    <dl>${rows}</dl>`;
}

function tell(value: unknown): Markup {
  if (Array.isArray(value)) return joined(value.map(tell), '; ');
  if (typeof value === 'object' && value !== null) {
    const members = value as Readonly<Record<string, unknown>>;
    if (typeof members['name'] === 'string') return markup`${members['name']}`;
    return joined(
      Object.entries(members).map(([name, one]) => markup`${name}: ${tell(one)}`),
      ', ',
    );
  }
  return markup`${String(value)}`;
}
