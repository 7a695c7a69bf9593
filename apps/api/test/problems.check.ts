import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kinds } from '#records';
import type { Problem } from '#refusals';
import { type Office, openOffice } from './office.js';

/** Where codes of refusals are declared. */
const DECLARING = 'dist/libs/**/{*.rules,*.problems,refusal,token.guard}.js';

describe('the page of problems', () => {
  let office: Office;
  let listed: string[];

  beforeAll(async () => {
    office = await openOffice();
    const { text } = await office.get('/problems');
    listed = [...text.matchAll(/href="\/problems\/([^"]+)"/g)].map(([, code]) => code!);
  });
  afterAll(() => office.close());

  it('lists every code that is declared', async () => {
    const codes = [...(await declaredCodes()), ...codesOfMoves(office)];
    expect(listed).toEqual(codes.toSorted());
  });

  it('leads to what each code means', async () => {
    const answers = await Promise.all(listed.map((code) => office.get(`/problems/${code}`)));
    expect(answers.map(({ status, text }, index) => [status, text.includes(listed[index]!)])).toEqual(
      listed.map(() => [200, true]),
    );
  });
});

async function declaredCodes(): Promise<string[]> {
  const modules = await Promise.all(globSync(DECLARING).map((path) => import(resolve(path))));
  const declared = modules.flatMap((module) => Object.values(module as object)).filter(isProblems);
  return declared.flatMap((problems) => Object.keys(problems));
}

function isProblems(value: unknown): value is Record<string, Problem> {
  const entries = value && typeof value === 'object' ? Object.entries(value) : [];
  return entries.length > 0 && entries.every(([code, problem]) => problem?.code === code && problem.title);
}

function codesOfMoves(office: Office): string[] {
  const moved = office
    .provider(Kinds)
    .all()
    .filter(({ lifecycle }) => lifecycle);
  return moved.flatMap(({ moves }) => [moves.illegal.code, moves.unready.code]);
}
