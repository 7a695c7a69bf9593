import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import { codeOfRule } from '#platform';
import { Kinds } from '#records';
import { FIELD_CODES, type Problem } from '#refusals';
import { readDocument } from './document.js';
import { type Office, openOffice } from './office.js';

/** Where codes of refusals are declared. */
const DECLARING = 'dist/libs/**/{*.rules,*.problems,refusal,token.guard}.js';

/** Where a field is found at fault: the list itself says nothing of any. */
const FINDING = 'dist/{apps/*/src,libs}/**/!(field-code|*.spec|*.fixture).js';

interface Explained {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly why: string;
  readonly help: string;
  readonly example: {
    readonly code: string;
    readonly status: number;
    readonly instance: string;
    readonly allowed?: readonly string[];
  };
}

const PAGE = { accept: 'text/html' };

describe('the catalogue of problems', () => {
  let office: Office;
  let listed: string[];
  let explained: Explained[];

  beforeAll(async () => {
    office = await openOffice();
    const { body } = await office.get('/problems');
    listed = (body as { items: Explained[] }).items.map(({ code }) => code);
    // The shape of each, and of its example, is held against the document.
    explained = await Promise.all(
      listed.map(async (code) => (await office.get(`/problems/${code}`)).body as Explained),
    );
  });
  afterAll(() => office.close());

  it('lists every code that is declared', async () => {
    const codes = [...(await declaredCodes()), ...codesOfMoves(office)];
    expect(listed).toEqual(codes.toSorted());
  });

  it('says of each code why, and what helps, in sentences', () => {
    const silent = explained.filter(({ why, help }) => ![why, help].every(isSaid));
    expect(silent).toEqual([]);
    const titles = explained.filter(({ title }) => !/^[A-Z].*[^.]$/.test(title));
    expect(titles).toEqual([]);
  });

  it('shows an answer with each code', () => {
    const shown = explained.map(({ example }) => [example.code, example.status]);
    expect(shown).toEqual(explained.map(({ code, status }) => [code, status]));
  });

  it('shows the moves that a record of the kind may make, at an address that is documented', async () => {
    const kinds = office
      .provider(Kinds)
      .all()
      .filter(({ lifecycle }) => lifecycle);
    const shown = kinds.map(
      ({ code }) => explained.find((one) => one.code === `${code}.illegal-move`)!.example.allowed,
    );
    expect(shown).toEqual(kinds.map(({ lifecycle }) => lifecycle!.moves[lifecycle!.initial]));
    const { paths } = await readDocument(office.url);
    const known = Object.keys(paths).map((path) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`));
    const unknown = explained.filter(
      ({ code, example }) => code !== 'route.unknown' && !known.some((path) => path.test(example.instance)),
    );
    expect(unknown.map(({ code, example }) => [code, example.instance])).toEqual([]);
  });

  it('is a page of links for a person, each to a page that says the same', async () => {
    const { text } = await office.get('/problems', PAGE);
    expect([...text.matchAll(/href="\/problems\/([^"]+)"/g)].map(([, code]) => code)).toEqual(listed);
    const pages = await Promise.all(listed.map((code) => office.get(`/problems/${code}`, PAGE)));
    const wordless = pages.filter(({ text }, at) => !saysAll(text, explained[at]!));
    expect(wordless.map(({ text }) => text)).toEqual([]);
  });
});

describe('the codes of fields', () => {
  const ofRules = new Set(rulesOfInputs().map(codeOfRule));

  it('has one for every rule of an input', () => {
    expect(ofRules.difference(new Set(FIELD_CODES))).toEqual(new Set());
  });

  it('has none that nothing says', () => {
    const texts = globSync(FINDING).map((path) => readFileSync(path, 'utf8'));
    const saying = texts.filter((text) => /code|fault|detail/.test(text));
    const said = new Set(
      saying.flatMap((text) => [...text.matchAll(/'([a-z-]+)'/g)]).map(([, word]) => word),
    );
    expect(FIELD_CODES.filter((code) => !ofRules.has(code) && !said.has(code))).toEqual([]);
  });
});

/** What class-validator knows, of which its own types show the rules of one class only. */
interface Rules {
  readonly validationMetadatas: ReadonlyMap<
    unknown,
    readonly { readonly type: string; readonly name?: string }[]
  >;
}

/** The names of the rules that class-validator knows: of whether a field is looked at, nothing is told. */
function rulesOfInputs(): string[] {
  const { validationMetadatas } = getMetadataStorage() as unknown as Rules;
  const rules = [...validationMetadatas.values()].flat();
  return rules.filter(({ type }) => type !== 'conditionalValidation').map(({ type, name }) => name ?? type);
}

function isSaid(words: string): boolean {
  return /^[A-Z`].*\.$/.test(words) && words.split('`').length % 2 === 1;
}

function saysAll(page: string, { code, title, why, help }: Explained): boolean {
  const plain = page.replace(/<\/?code>/g, '`').replaceAll('&quot;', '"');
  return [code, title, why, help].every((words) => plain.includes(words));
}

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
