import { sql } from '#platform';
import { nameOf, recordKind } from '#records';
import { ENTRY } from '../entries/entry.record.js';
import { CreateEntryLink, EntryLinkQuery, PatchEntryLink } from './entry-link-input.dto.js';
import { EntryLinkPage, EntryLinkView } from './entry-link-view.dto.js';
import { EntryLink } from './entry-link.entity.js';
import { ENTRY_LINK_CONSTRAINTS, ENTRY_LINK_PROBLEMS } from './entry-link.rules.js';

/** What one entry has to do with another, apart from being part of its tree. */
export const ENTRY_LINK = recordKind({
  name: 'entry link',
  plural: 'links',
  entity: EntryLink,
  path: 'links',
  tag: 'Entries',
  says: {
    list: 'Lists the links from an entry to others.',
    create: 'Links an entry to another.',
    patch: 'Changes what kind of link it is.',
  },
  called: (row) => nameOf(sql`visible_entries(:caller)`, sql`${row}.to_id`),
  within: ENTRY,
  independent: true,
  problems: ENTRY_LINK_PROBLEMS,
  constraints: ENTRY_LINK_CONSTRAINTS,
  create: CreateEntryLink,
  patch: PatchEntryLink,
  query: EntryLinkQuery,
  view: EntryLinkView,
  page: EntryLinkPage,
});
