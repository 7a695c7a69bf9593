import { readFile } from 'node:fs/promises';
import type { OpenAPIObject } from '@nestjs/swagger';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ID_OR_NAME } from '#platform';
import { DURATION_PATTERN, PARTIAL_DATE_PATTERN, UUID } from '#vocabulary';
import { placeParts } from './document.js';
import type { Shape } from './shapes.js';

type Found = readonly [path: string, shape: Shape & { readonly const?: unknown }];

/** What an office says in words of its own, or as it was told. */
const IN_OWN_WORDS = [
  'VisaDto.kind',
  'KeepMention.kind',
  'RedactMention.kind',
  ...['CreateParty', 'PatchParty', 'PartyItem', 'PartyView', 'PartyReferenceView'].map(
    (one) => `${one}.side`,
  ),
];

describe('what the OpenAPI document says of values', () => {
  let document: OpenAPIObject;
  let found: Found[];

  beforeAll(async () => {
    document = placeParts(JSON.parse(await readFile('apps/api/openapi.json', 'utf8')) as OpenAPIObject);
    const operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as object).map(([method, one]) => [`${method} ${path}`, one as Described] as const),
    );
    found = [
      ...Object.entries(document.components!.schemas!).flatMap(([name, one]) => shapesIn(name, one as Shape)),
      ...operations.flatMap(([name, { parameters = [] }]) =>
        parameters.flatMap((one) => shapesIn(`${name}.${one.name}`, one.schema)),
      ),
    ];
  });

  /** Where what is named so does not do as it should. */
  const wrong = (name: RegExp, isRight: (shape: Found[1], path: string) => boolean): string[] =>
    found.filter(([path, shape]) => name.test(path) && !isRight(shape, path)).map(([path]) => path);
  const texts = (): Found[] => found.filter(([, { type }]) => [type].flat().includes('string'));

  it('every id is a UUID, but what the history and the log number', () => {
    const ids = texts().filter(([path]) => /[.\]}](?:id|\w+Ids?\[\]|\w+Id)$/.test(path));
    expect(ids.length).toBeGreaterThan(300);
    const others = ids.filter(([, { format }]) => format !== 'uuid').map(([path]) => path);
    expect(others).toEqual(['HistoryEntryView.id', 'Problem.requestId']);
    const shown = texts().filter(([, { example }]) => UUID.test(`${example}`));
    expect(shown.filter(([, { format }]) => format !== 'uuid').map(([path]) => path)).toEqual([]);
  });

  it('every instant is one, and what may be the time on the clocks of a place says so', () => {
    const instants = texts().filter(([path]) => /[.\]](?:at|\w+At)$/.test(path));
    expect(instants.length).toBeGreaterThan(150);
    const others = instants.filter(
      ([, { format, pattern }]) => format !== 'date-time' && format !== ID_OR_NAME && !pattern,
    );
    expect(others.map(([path]) => path)).toEqual(['PassportDto.issuedAt']);
  });

  it('every date has the pattern of dates as far as they are known, or is a day', () => {
    const dates = texts().filter(
      ([path, { example }]) => /^\d{4}(?:-\d{2}){0,2}$|^20\dX$/.test(`${example}`) && !path.endsWith('.text'),
    );
    expect(dates.length).toBeGreaterThan(150);
    const others = dates.filter(
      ([, { format, pattern }]) => format !== 'date' && pattern !== PARTIAL_DATE_PATTERN,
    );
    expect(others.map(([path]) => path)).toEqual([]);
  });

  it('every status, kind and code is one of those that there are', () => {
    const isClosed = ({ type, enum: words, const: word }: Found[1], path: string): boolean =>
      ![type].flat().includes('string') ||
      words !== undefined ||
      word !== undefined ||
      IN_OWN_WORDS.includes(path);
    expect(wrong(/\.(?:status|kind|subjectKind|change|state|action)$/, isClosed)).toEqual([]);
    expect(wrong(/^Problem\.(?:code|missingScope)$|\{code\}\.code$/, isClosed)).toEqual([]);
  });

  it('a word that is one of a list in one place is so in every place of that name', () => {
    const nameOf = (path: string): string => /\w+$/.exec(path.replaceAll(/\[\]|\|\d+/g, ''))![0];
    const lists = Map.groupBy(
      found.filter(([, { enum: words }]) => words),
      ([path]) => nameOf(path),
    );
    const isLoose = (path: string, { enum: words, const: word, example }: Found[1]): boolean =>
      !words &&
      !word &&
      !IN_OWN_WORDS.includes(path) &&
      (lists.get(nameOf(path)) ?? []).some(([, list]) => list.enum!.includes(`${example}`));
    expect(lists.size).toBeGreaterThan(30);
    const loose = texts().filter(([path, shape]) => isLoose(path, shape));
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it('every duration has the pattern of durations', () => {
    const durations = texts().filter(([, { example }]) => /^P\d/.test(`${example}`));
    expect(durations.length).toBeGreaterThan(5);
    const others = durations.filter(([, { pattern }]) => pattern !== DURATION_PATTERN);
    expect(others.map(([path]) => path)).toEqual([]);
  });

  it('a record of a kind is of that kind', () => {
    const kindOf = (name: string) => found.find(([path]) => path === `${name}.kind`)?.[1].const;
    expect(['VisitView', 'VisitItem', 'ForumView', 'ForumItem'].map(kindOf)).toEqual([
      'visit',
      'visit',
      'forum',
      'forum',
    ]);
  });

  it('what is counted is whole, and what is measured is not', () => {
    const measured = wrong(/./, ({ type }) => ![type].flat().includes('number'));
    expect(
      [
        ...new Set(
          measured.map((path) =>
            path
              .split('.')
              .at(-1)!
              .replace(/\|\d+$/, ''),
          ),
        ),
      ].sort(),
    ).toEqual(['from', 'latitude', 'longitude', 'max', 'new', 'old', 'to', 'value']);
  });

  it('every object and every list says what it holds', () => {
    const loose = wrong(
      /./,
      ({ type, properties, additionalProperties, items }) =>
        (![type].flat().includes('object') || !!properties || !!additionalProperties) &&
        (![type].flat().includes('array') || !!items),
    );
    expect(loose).toEqual([]);
  });

  it('what comes in has limits, but for what any field may hold', () => {
    const names = new Set<string>();
    const follow = (part: unknown): void => {
      for (const [, name] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g))
        if (!names.has(name!)) {
          names.add(name!);
          follow(document.components!.schemas![name!]);
        }
    };
    for (const item of Object.values(document.paths))
      for (const one of Object.values(item as object))
        follow((one as { requestBody?: object }).requestBody ?? {});
    const isOfInput = (path: string): boolean => names.has(/^\w+/.exec(path)![0]) && !path.startsWith('get ');
    const isLimited = (shape: Found[1], path: string): boolean =>
      !isOfInput(path) || /\.value\|\d$/.test(path) || hasLimits(shape);
    expect(names.size).toBeGreaterThan(100);
    expect(wrong(/^\w+[.[]/, isLimited)).toEqual([]);
  });

  it('every object tells first what is always there', () => {
    const isInOrder = ({ properties = {}, required = [] }: Shape): boolean => {
      const needed = Object.keys(properties).map((name) => required.includes(name));
      return needed.lastIndexOf(true) < required.length;
    };
    expect(wrong(/./, isInOrder)).toEqual([]);
  });
});

interface Described {
  readonly parameters?: readonly { readonly name: string; readonly schema: Shape }[];
}

interface Limits {
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly maximum?: number;
}

/** Whether a text is no longer, a list no fuller and a number no larger than something. */
function hasLimits(shape: Found[1] & Limits): boolean {
  const types = [shape.type].flat();
  const isClosed = shape.enum ?? shape.const ?? shape.format ?? shape.pattern;
  return (
    (!types.includes('string') || isClosed !== undefined || shape.maxLength !== undefined) &&
    (!types.includes('array') || shape.maxItems !== undefined) &&
    (!/integer|number/.test(types.join()) || (shape.minimum !== undefined && shape.maximum !== undefined))
  );
}

/** A shape and those within it, each with the path that leads there. */
function shapesIn(path: string, shape: Shape & { readonly anyOf?: readonly Shape[] }): Found[] {
  const alternatives = [...(shape.anyOf ?? []), ...(shape.oneOf ?? [])];
  return [
    [path, shape],
    ...Object.entries(shape.properties ?? {}).flatMap(([name, one]) => shapesIn(`${path}.${name}`, one)),
    ...(shape.items ? shapesIn(`${path}[]`, shape.items) : []),
    ...alternatives.flatMap((one, at) => shapesIn(`${path}|${at}`, one)),
  ];
}
