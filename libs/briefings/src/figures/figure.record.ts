import { shownText, sql } from '#platform';
import { recordKind } from '#records';
import { CreateFigure, FigureQuery, PatchFigure } from './figure-input.dto.js';
import { FigurePage, FigureView } from './figure-view.dto.js';
import { Figure } from './figure.entity.js';

/** What has been measured of a record of any kind, or is to be reached; it goes where that goes. */
export const FIGURE = recordKind({
  name: 'figure',
  entity: Figure,
  path: 'figures',
  tag: 'Entries',
  area: 'entries',
  says: {
    list: 'Lists figures, by position.',
    create: 'Records a figure of an entry, or of any other record.',
  },
  called: (row) => shownText(sql`${row}.metric`),
  about: 'recordId',
  isSubject: true,
  create: CreateFigure,
  patch: PatchFigure,
  query: FigureQuery,
  view: FigureView,
  page: FigurePage,
});
