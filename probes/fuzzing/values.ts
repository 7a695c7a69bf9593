import { TEXTS } from './texts.js';

const nested = (depth: number, open: string, close: string): string =>
  `${open.repeat(depth)}1${close.repeat(depth)}`;

const many = (count: number, item: string): string =>
  `[${Array.from({ length: count }, () => item).join(',')}]`;

const SCALARS = [
  'null',
  'true',
  'false',
  '0',
  '-1',
  '-0',
  '-0.0',
  '1.5',
  '1e308',
  '1e-320',
  '1e400',
  '2147483648',
];
const BIG = ['9223372036854775808', '0.1e1'];
const LISTS = [
  '[]',
  '[null]',
  '[[]]',
  '[1]',
  '["a"]',
  '["a","a"]',
  '[{}]',
  many(501, '"a"'),
  many(3000, 'null'),
];

const OBJECTS = [
  '{}',
  '{"a":1}',
  '{"__proto__":{"polluted":"yes"}}',
  '{"constructor":{"prototype":{"polluted":"yes"}}}',
  '{"constructor":{}}',
  '{"toString":1}',
  '{"hasOwnProperty":1}',
  '{"valueOf":"x","toJSON":"y"}',
  '{"length":1000000000}',
  '{"length":-1,"0":"a"}',
  '{"then":1}',
  '{"en":"x"}',
  '{"en":null}',
  '{"en":""}',
  '{"en":"\\ud800"}',
  `{"${'zz-ZZ-x-'.repeat(30)}":"x"}`,
  '{"at":"2018"}',
  '{"a":1,"a":2}',
  nested(31, '{"a":', '}'),
  nested(40, '[', ']'),
  nested(3000, '[', ']'),
  `{${Array.from({ length: 600 }, (_, i) => `"k${i}":"x"`).join(',')}}`,
];

/** Values to put anywhere in a body, as JSON text: some could not be written otherwise. */
export const VALUES: readonly string[] = [
  ...TEXTS.map((text) => JSON.stringify(text)),
  ...SCALARS,
  ...BIG,
  ...LISTS,
  ...OBJECTS,
];

/** Members that no object names, as JSON text. */
export const STRANGE_MEMBERS: readonly string[] = [
  '"__proto__":{"polluted":"yes"}',
  '"__proto__":null',
  '"constructor":{"prototype":{"polluted":"yes"}}',
  '"constructor":1',
  '"prototype":1',
  '"zzUnknown":1',
  '"id":"019a8f3e-4c00-7000-8000-00000000ffff"',
  '"version":99',
  '"archivedAt":null',
  '"toString":"x"',
  '"":1',
  '"a\\u0000b":1',
  '"\\ud800":1',
  '"then":1',
  '"toJSON":1',
  `"${'k'.repeat(20_000)}":1`,
];

/** Whole bodies that are none. */
export const STRANGE_BODIES: readonly (string | Buffer)[] = [
  '',
  ' ',
  'null',
  '[]',
  '[{}]',
  '"x"',
  '1',
  'true',
  '{',
  '{"a":',
  '{"a":1}}',
  "{'a':1}",
  '{"a":NaN}',
  '{"a":01}',
  '\ufeff{}',
  '{}\u0000',
  '{"a":"\\u12"}',
  '<xml/>',
  'a=b',
  Buffer.from([0xff, 0xfe, 0x7b, 0x00]),
  Buffer.from('{"a":"\xff\xfe"}', 'latin1'),
  '['.repeat(50_000),
  '{"a":'.repeat(50_000),
  `{${'"a":1,'.repeat(20_000)}"a":1}`,
  `"${'x'.repeat(500_000)}"`,
  '{}'.repeat(1000),
];

const LONG = 'x'.repeat(8000);

/** What headers may hold that they should not. */
export const STRANGE_HEADERS: Readonly<Record<string, readonly string[]>> = {
  'if-match': [
    '',
    '"',
    '""',
    'W/"1-x"',
    '"99999999999999999999-x"',
    '"-1-x"',
    '"NaN-x"',
    LONG,
    '"1-x", "2-y"',
    ',,,,',
  ],
  'if-none-match': ['', '*', '"', 'W/""', ',', '"x",'.repeat(1000), LONG, '"1-x'],
  'accept-language': [
    '',
    '*',
    LONG,
    'en;q=2',
    'en;q=NaN',
    'zz,'.repeat(2000),
    '__proto__',
    'constructor',
    'toString',
    '\u00e9',
    '$1',
  ],
  'idempotency-key': ['', ' ', 'x'.repeat(256), '\u00e9', "'; drop table events;--", '__proto__', '\t'],
  'content-type': [
    '',
    'text/plain',
    'application/json; charset=utf-16',
    'multipart/form-data; boundary=x',
    'application/JSON',
    'application/json;',
    'x',
    '__proto__',
  ],
  accept: ['text/html', '*/*;q=0', LONG, ''],
  authorization: [
    '',
    'Bearer',
    'Bearer ',
    'Basic YTpi',
    `Bearer ${LONG}`,
    `Bearer ' or 1=1--`,
    'Bearer \u00e9',
    'Bearer __proto__',
  ],
  'x-forwarded-for': [`127.0.0.1, ${'1.1.1.1,'.repeat(500)}`, '__proto__'],
  'x-request-id': ['', LONG, '"\u00e9"', '__proto__'],
  traceparent: ['', 'x', '00-00000000000000000000000000000000-0000000000000000-00', LONG],
  host: ['evil.example', '', 'a b'],
  origin: ['http://evil.example', 'null'],
  cookie: ['a='.repeat(3000)],
  'content-encoding': ['gzip', 'br', 'x'],
  expect: ['x'],
  range: ['bytes=0-1', 'bytes=-1'],
};
