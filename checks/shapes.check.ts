import { describe, expect, it } from '@jest/globals';
import { type Source, readSources } from './sources.js';

/** The OpenAPI document knows what comes in and goes out by the names of classes: of two of one name it keeps one. */
describe('classes of what comes in and goes out', () => {
  it('are noticed where two have one name', () => {
    const text = 'export class Change {}';
    expect(namedTwice(['a.dto.ts', 'b.dto.ts'].map((path) => ({ path, text })))).toEqual([
      'Change: a.dto.ts, b.dto.ts',
    ]);
  });

  it('have names of their own', async () => {
    const sources = await readSources();
    expect(namedTwice(sources.filter(({ path }) => path.endsWith('.dto.ts')))).toEqual([]);
  });
});

function namedTwice(sources: readonly Source[]): string[] {
  const classes = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/^(?:export )?(?:abstract )?class (\w+)/gm)].map(([, name]) => ({ name: name!, path })),
  );
  const byName = Map.groupBy(classes, ({ name }) => name);
  return [...byName].flatMap(([name, of]) =>
    of.length > 1 ? [`${name}: ${of.map(({ path }) => path).join(', ')}`] : [],
  );
}
