import type { OpenAPIObject } from '@nestjs/swagger';

/** The groups of operations, in the order of the work, each with what it is for. */
const GROUPS: readonly (readonly [name: string, description: string])[] = [
  ['Visits', 'Delegations that come, or that the office sends: planned, confirmed, received, settled.'],
  ['Delegations', 'Who travels, in order of precedence, and what the hosts ought to know of them.'],
  ['Agendas', 'What happens when and where: items, moves, conflicts, travel times, published versions.'],
  ['Participants', 'Who takes part in an event or in an item of its agenda, and what they answered.'],
  ['Forums', 'Forums and the series they belong to.'],
  ['Agreements', 'What was signed: parties, signatories, obligations, and how agreements hang together.'],
  ['Outcomes', 'What came of events and agreements.'],
  ['Follow-ups', 'What is to be done, by when and by whom, and what is done after every visit.'],
  ['Calendars', 'Feeds that calendars subscribe to.'],
  ['Directory', 'Places, topics, organizations and people, with their positions and relations.'],
  ['Overviews', 'What is coming and what has been, across all kinds of record.'],
  ['Entries', 'What the office knows: programmes, terms, figures, and open questions.'],
  ['Relationships', 'What connects two places or two organizations over the years.'],
  ['Sources', 'Where it is known from, and what sources say of a record or of one of its fields.'],
  ['Dossiers', 'Whole stories, sheets, contacts and calendars, imported in one file.'],
  ['Protected profiles', 'What protocol alone may see of a person; every look at it is audited.'],
  ['Privacy', 'What is held about people, given to them and erased, and what is done with it.'],
  ['Audit', 'Who saw and did what.'],
  ['Access', 'Who is calling, who acts for whom, and the tokens of programs and people.'],
  ['Problems', 'Every kind of refusal, by its code.'],
  ['Start', 'What this server is, and where to go on.'],
  ['Health', 'Whether the server runs and its database answers, and where weaknesses are reported.'],
];

/** Describes the groups, in their order; one that is not known here comes last, without a word. */
export function documentGroups(document: OpenAPIObject): OpenAPIObject {
  document.tags = GROUPS.map(([name, description]) => ({ name, description }));
  return document;
}

/** Where a group stands. */
export function rankOfGroup(name: string | undefined): number {
  const rank = GROUPS.findIndex(([known]) => known === name);
  return rank < 0 ? GROUPS.length : rank;
}

/** Where the collection that an address begins with stands: those that groups are named after come first. */
export function rankOfCollection(segment: string): number {
  return rankOfGroup(segment.charAt(0).toUpperCase() + segment.slice(1));
}
