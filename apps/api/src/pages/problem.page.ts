import { type Markup, markup } from '#platform';
import { page, sentence } from './page.js';
import type { ProblemKindList, ProblemKindView } from './problem.dto.js';

/** The list of all kinds of problems. */
export function writeProblems({ items }: ProblemKindList): Markup {
  const entries = items.map(
    ({ code, title }) => markup`<li><a href="/problems/${code}"><code>${code}</code></a> ${title}</li>`,
  );
  return page(
    'Problems',
    markup`<p><a href="/">Corteo</a></p>
      <h1>Problems</h1>
      <p>What a request can be refused for, by the <code>code</code> that the answer carries.</p>
      <ul>${entries}</ul>`,
  );
}

/** What one of them means. */
export function writeProblem({ code, status, title, why, help, example }: ProblemKindView): Markup {
  return page(
    `${title} (${code})`,
    markup`<p><a href="/">Corteo</a> · <a href="/problems">Problems</a></p>
      <h1>${title}</h1>
      <p><code>${code}</code>, answered with the status ${status}</p>
      <h2>Why</h2>
      <p>${sentence(why)}</p>
      <h2>What helps</h2>
      <p>${sentence(help)}</p>
      <h2>What an answer looks like</h2>
      <pre>${JSON.stringify(example, null, 2)}</pre>`,
  );
}
