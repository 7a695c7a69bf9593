import { expect, it } from '@jest/globals';
import { ENTRY_LINK_CONSTRAINTS, ENTRY_LINK_PROBLEMS } from './entry-link.rules.js';

it('What keeps two entries from being linked is told for each rule of the database', () => {
  const told = Object.entries(ENTRY_LINK_CONSTRAINTS).map(([name, meaning]) => [
    name,
    'problem' in meaning && meaning.problem.code,
  ]);
  expect(told).toEqual([
    ['entry_links_once', 'entry.link-twice'],
    ['entry_links_without_circle', 'entry.link-circle'],
    ['entry_links_not_itself', 'entry.link-to-itself'],
  ]);
  expect(Object.values(ENTRY_LINK_PROBLEMS).map(({ kind }) => kind)).toEqual([
    'conflict',
    'conflict',
    'conflict',
  ]);
});
