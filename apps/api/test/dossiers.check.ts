import { readFile, readdir } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parseAllDocuments } from 'yaml';

/** Reads a dossier as an editor does. */
function read(text: string): unknown {
  return parseAllDocuments(text)[0]!.toJS();
}

describe('the schema of dossiers', () => {
  let validate: ValidateFunction;

  beforeAll(async () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addKeyword('example');
    validate = ajv.compile(JSON.parse(await readFile('apps/api/dossier.schema.json', 'utf8')) as object);
  });

  function errorsOf(text: string): string[] {
    validate(read(text));
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  }

  it('accepts every dossier of the demo', async () => {
    const names = (await readdir('demo')).filter((name) => name.endsWith('.yaml'));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names)
      expect([name, errorsOf(await readFile(`demo/${name}`, 'utf8'))]).toEqual([name, []]);
  });

  it.each([
    ['a key', 'places: {}', " must have required property 'dossier'"],
    ['known sections', 'dossier: a\nplacs: {}', ' must NOT have additional properties'],
    [
      'known fields',
      'dossier: a\nplaces: { b: { match: { name: B }, knd: city } }',
      '/places/b must NOT have additional properties',
    ],
    [
      'known words',
      'dossier: a\nplaces: { b: { match: { name: B }, kind: castle } }',
      '/places/b/kind must be equal to one of the allowed values',
    ],
    [
      'a way to match',
      'dossier: a\nplaces: { b: { match: {} } }',
      '/places/b/match must NOT have fewer than 1 properties',
    ],
    [
      'what is needed',
      'dossier: a\nplaces: { b: { kind: city } }',
      "/places/b must have required property 'names'",
    ],
    [
      'keys where records are referred to',
      'dossier: a\nplaces: { b: { match: { name: B }, parent: { id: 1 } } }',
      '/places/b/parent must be string,number,null',
    ],
    [
      'dates that can be',
      'dossier: a\nvisits: { b: { match: { id: 019a8f3e-4c00-7000-8000-000000000001 }, starts: soon } }',
      '/visits/b/starts must match pattern',
    ],
  ])('asks for %s', (_, text, error) => {
    expect(errorsOf(text).some((found) => found.startsWith(error))).toBe(true);
  });
});
