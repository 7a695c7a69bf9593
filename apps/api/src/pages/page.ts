import { type Json, type Markup, asPage, jsonOf, markup, styleSheet, wantsPage } from '#platform';

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, "Noto Sans", "Helvetica Neue", Arial, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 1rem 0; }
h2 { font-size: 1.1rem; margin: 1.75rem 0 0.25rem; }
p { margin: 0 0 0.75rem; }
code, pre { font-family: ui-monospace, "Noto Sans Mono", Menlo, Consolas, monospace; font-size: 0.9em; }
pre { border: 1px solid; border-radius: 0.4rem; padding: 0.75rem; overflow-x: auto; }
ul { list-style: none; padding: 0; margin: 0; }
li { padding: 0.35rem 0; border-top: 1px solid #8884; }
li a { display: inline-block; min-width: 13rem; margin-right: 0.75rem; }
`;

const { element: STYLED, policy: POLICY } = styleSheet(STYLE);

const HEADERS = { vary: 'Accept', 'cache-control': 'no-cache' };

/** Answers what everybody may read: with a page where one is asked for, as JSON otherwise. */
export function answerAsAsked<T extends object>(
  accept: string | undefined,
  told: T,
  write: (told: T) => Markup,
): Json<T> {
  if (wantsPage(accept)) return asPage<T>(write(told).text, POLICY, { headers: HEADERS });
  return jsonOf(told, { headers: HEADERS });
}

/** A page of this server: nothing of it comes from elsewhere. */
export function page(title: string, body: Markup): Markup {
  return markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${STYLED}
      </head>
      <body>
        ${body}
      </body>
    </html> `;
}

/** A sentence in which names of fields and routes stand in backticks. */
export function sentence(text: string): Markup[] {
  return text.split('`').map((part, at) => (at % 2 ? markup`<code>${part}</code>` : markup`${part}`));
}
