import { recordKind } from '#records';
import { CreateSource, PatchSource } from './source-input.dto.js';
import { SourceQuery } from './source-query.dto.js';
import { SourcePage, SourceView } from './source-view.dto.js';
import { Source } from './source.entity.js';
import { SOURCE_CONSTRAINTS, SOURCE_PROBLEMS } from './source.rules.js';

/** What the office knows from. */
export const SOURCE = recordKind({
  name: 'source',
  entity: Source,
  path: 'sources',
  tag: 'Sources',
  area: 'sources',
  says: {
    list: 'Lists sources, by name, without their texts.',
    read: 'Reads one source, with its text and what rests on it.',
  },
  renamed: { document_checksum: 'document' },
  problems: SOURCE_PROBLEMS,
  constraints: SOURCE_CONSTRAINTS,
  create: CreateSource,
  patch: PatchSource,
  query: SourceQuery,
  view: SourceView,
  page: SourcePage,
});
