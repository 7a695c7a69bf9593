import type { Area } from '#identity';

/** What can be found, by the word for it: its table, and the areas of whose scopes one is needed to read it. */
export const SEARCHED = {
  place: ['places', ['directory']],
  topic: ['topics', ['directory']],
  organization: ['organizations', ['directory']],
  person: ['people', ['directory']],
  forum_series: ['forum_series', ['directory']],
  delegation: ['delegations', ['delegations']],
  member: ['delegation_members', ['delegations']],
  visit: ['events', ['visits']],
  forum: ['events', ['forums']],
  agenda_item: ['agenda_items', ['visits', 'forums']],
  agreement: ['agreements', ['agreements']],
  obligation: ['agreement_obligations', ['agreements']],
  outcome: ['outcomes', ['follow-ups']],
  follow_up: ['follow_ups', ['follow-ups']],
  source: ['sources', ['sources']],
  entry: ['entries', ['entries']],
  relationship: ['relationships', ['entries']],
  figure: ['figures', ['entries']],
} as const satisfies Record<string, readonly [table: string, areas: readonly Area[]]>;

export type SearchedKind = keyof typeof SEARCHED;

export const SEARCHED_KINDS = Object.keys(SEARCHED) as SearchedKind[];

/** The kinds that a caller with these scopes may read. */
export function kindsFor(scopes: readonly string[]): SearchedKind[] {
  return SEARCHED_KINDS.filter((kind) => SEARCHED[kind][1].some((area) => scopes.includes(`${area}:read`)));
}
