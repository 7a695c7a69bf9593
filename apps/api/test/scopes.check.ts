import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, ROLE_NAMES, SCOPES, SCOPE_NAMES } from '#identity';

interface Operation {
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}

/** The routes of the interface that ask for no scope, as `route-access.ts` lets them. */
const FOR_EVERY_TOKEN = [
  'get /v1/calendars/private/{secret}.ics',
  'get /v1/calendars/private/{secret}.ifb',
  'get /v1/calendars/private/{secret}.jcal.json',
  'get /v1/calendars/private/{secret}.jscalendar.json',
  'get /v1/calendar-links',
  'post /v1/calendar-links',
  'get /v1/calendar-links/{id}',
  'delete /v1/calendar-links/{id}',
  'post /v1/calendar-links/{id}/rotate',
  'get /v1/changes',
  'get /v1/search',
  'get /v1/me',
];

/** What tells of several areas together. */
const OF_SEVERAL_AREAS = [
  'get /v1/agenda-items',
  'get /v1/delegations/{id}.vcf',
  'get /v1/delegations/{id}/briefing',
  'get /v1/events',
  'get /v1/forums/{id}.vcf',
  'get /v1/organizations/{id}/briefing',
  'get /v1/people/{id}.vcf',
  'get /v1/people/{id}/briefing',
  'get /v1/people/{id}/schedule',
  'get /v1/places/{id}/briefing',
  'get /v1/places/{id}/schedule',
  'get /v1/relationships/{id}/timeline',
  'get /v1/timeline',
  'get /v1/visits/{id}.vcf',
];

describe('the scopes of an office', () => {
  let asked: (readonly [operation: string, scopes: readonly string[]])[];

  beforeAll(async () => {
    const { paths } = JSON.parse(await readFile('apps/api/openapi.json', 'utf8')) as {
      paths: Record<string, Record<string, Operation>>;
    };
    asked = Object.entries(paths)
      .filter(([path]) => path.startsWith('/v1/'))
      .flatMap(([path, item]) =>
        Object.entries(item).map(
          ([method, { security = [] }]) =>
            [`${method} ${path}`, security.flatMap(({ bearer = [] }) => bearer)] as const,
        ),
      );
  });

  it('are asked for by every route that is not for everybody who signed in, one where it is of one area', () => {
    const asking = (isSo: (number: number) => boolean) =>
      asked.filter(([, scopes]) => isSo(scopes.length)).map(([operation]) => operation);
    const [none, several] = [asking((number) => number === 0), asking((number) => number > 1).toSorted()];
    expect([none, several]).toEqual([FOR_EVERY_TOKEN, OF_SEVERAL_AREAS]);
    expect(asked.length - none.length - several.length).toBeGreaterThan(250);
  });

  it('allow no change where they say that they allow to read', () => {
    const reading = asked.filter(
      ([operation, [scope]]) => scope?.endsWith(':read') && !operation.startsWith('get '),
    );
    expect(reading).toEqual([]);
  });

  it('are told in the documentation, by role', async () => {
    const documented = await readFile('docs/access.md', 'utf8');
    expect(documented).toContain(tableOfRoles());
  });
});

/** The table of what each role may do, as the documentation shows it. */
function tableOfRoles(): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rows = SCOPE_NAMES.map((scope) => [
    `\`${scope}\``,
    SCOPES[scope],
    ...ROLE_NAMES.map((role) => ((ROLES[role] as readonly string[]).includes(scope) ? '✓' : '')),
  ]);
  const table = [['scope', 'allows to', ...ROLE_NAMES], ...rows];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((cells) => cells[column]!.length)));
  const [head, ...body] = table.map((cells) =>
    row(cells.map((cell, column) => cell.padEnd(widths[column]!))),
  );
  return [head, row(widths.map((width) => '-'.repeat(width))), ...body].join('\n');
}
