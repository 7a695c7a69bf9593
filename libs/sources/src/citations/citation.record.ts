import { recordKind } from '#records';
import { SOURCE } from '../sources/source.record.js';
import { CreateCitation, PatchCitation } from './citation-input.dto.js';
import { CitationPage, CitationQuery, CitationView } from './citation-view.dto.js';
import { Citation } from './citation.entity.js';

/** What a source says of a record; it goes where that goes, and where its source goes. */
export const CITATION = recordKind({
  name: 'citation',
  entity: Citation,
  path: 'citations',
  tag: 'Sources',
  area: 'sources',
  says: {
    list: 'Lists what sources say of records, as it was recorded.',
    create: 'Records what a source says of a record, or of one field of it.',
  },
  about: 'recordId',
  along: [['sourceId', SOURCE]],
  create: CreateCitation,
  patch: PatchCitation,
  query: CitationQuery,
  view: CitationView,
  page: CitationPage,
});
