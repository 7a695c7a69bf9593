import { ORGANIZATION, PERSON, PLACE, TOPIC } from '#directory';
import { recordKind } from '#records';
import { RELATIONSHIP } from '../relationships/relationship.record.js';
import { CreateEntry, PatchEntry } from './entry-input.dto.js';
import { EntryQuery } from './entry-query.dto.js';
import { EntryPage, EntryView } from './entry-view.dto.js';
import { Entry } from './entry.entity.js';
import { ENTRY_CONSTRAINTS, ENTRY_PROBLEMS, entryLifecycle } from './entry.rules.js';
import { QUESTION_PROBLEMS } from './question.rules.js';

/** What the office knows of something; it goes where that goes, and where the entry goes that it is part of. */
export const ENTRY = recordKind({
  name: 'entry',
  plural: 'entries',
  entity: Entry,
  path: 'entries',
  tag: 'Entries',
  area: 'entries',
  says: {
    list: 'Lists entries, by position.',
    read: 'Reads one entry, with its parts, figures, links and open questions.',
  },
  along: [
    ['parentId', 'entry'],
    ['placeId', PLACE],
    ['organizationId', ORGANIZATION],
    ['personId', PERSON],
    ['topicId', TOPIC],
    ['seriesId', 'forum series'],
    ['relationshipId', RELATIONSHIP],
  ],
  lifecycle: entryLifecycle,
  problems: { ...ENTRY_PROBLEMS, ...QUESTION_PROBLEMS },
  constraints: ENTRY_CONSTRAINTS,
  create: CreateEntry,
  patch: PatchEntry,
  query: EntryQuery,
  view: EntryView,
  page: EntryPage,
});
