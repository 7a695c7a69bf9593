import { type Markup, markup } from '#platform';
import { page } from './page.js';
import type { StartView } from './start.dto.js';

/** What a person finds who opens the address of the server. */
export function writeStart({ name, about, ...links }: StartView): Markup {
  return page(
    name,
    markup`<h1>${name}</h1>
      <p>${about}</p>
      <p>This is where programs of the office ask and tell. People can try it out in the documentation, subscribe to the calendar of public forums, and look up why a request was refused.</p>
      <ul>
        ${entry(links.documentation, 'Documentation', 'every request, to try out with an access token')}
        ${entry(links.openapi, 'OpenAPI document', 'the same for programs')}
        ${entry(links.calendar, 'Calendar', 'the public forums, for any calendar program')}
        ${entry(links.problems, 'Problems', 'what each refusal means, and what helps')}
        ${entry(links.health, 'Health', 'whether requests are answered now')}
      </ul>`,
  );
}

function entry(href: string, title: string, says: string): Markup {
  return markup`<li><a href="${href}">${title}</a> ${says}</li>`;
}
