import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { type Source, readSources } from './sources.js';

const MOST = 5;

describe('constructors', () => {
  it('notices one with six parameters', () => {
    const text = 'class Visits { constructor(a, b, c, d, e, f) {} }';
    expect(longConstructors({ path: 'visits.ts', text })).toEqual(['visits.ts: 6']);
  });

  it(`have at most ${MOST} parameters`, async () => {
    expect((await readSources()).flatMap(longConstructors)).toEqual([]);
  });
});

function longConstructors({ path, text }: Source): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isConstructorDeclaration(node) && node.parameters.length > MOST)
      found.push(`${path}: ${node.parameters.length}`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return found;
}
