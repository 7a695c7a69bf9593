const INJECTIONS = [
  `' OR '1'='1`,
  `'; drop table events;--`,
  `'||(select pg_sleep(3))||'`,
  '$1',
  ':id',
  ':caller',
  '::text',
  '%',
  '_'.repeat(150),
  '\\',
  '\\\\%',
  '(a+)+$',
  '{"$gt":""}',
  '[$ne]',
  '${31337*31337}',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  'http://127.0.0.1:1/',
  '\r\nX-Injected: 1',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'then',
];

const CHARACTERS = [
  '',
  ' ',
  '\t',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\udfff',
  'a\udfff@example.org',
  '\u202egnp.exe',
  '\ufeff',
  '\u00a0',
  '\u2028',
  'İ',
  'ﷺ'.repeat(50),
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A',
  '👨‍👩‍👧‍👦',
  '\u{10ffff}',
  'a'.repeat(301),
  'あ'.repeat(301),
  'a'.repeat(10_001),
];

const NUMBERS = [
  'null',
  'undefined',
  'NaN',
  'Infinity',
  'true',
  '0',
  '-1',
  '1e309',
  '9007199254740993',
  '2147483648',
  '9'.repeat(40),
  '0x10',
  '1.5',
  '٣',
];

const DAYS = [
  '2018-02-30',
  '2018-13-01',
  '0000-00-00',
  '9999-12-31',
  '10000-01-01',
  '-0001-01-01',
  '0001-01-01',
  '2018-00',
  '201X',
  '2018?',
  '2018-07-12T25:00:00Z',
  '2018-07-12T23:59:60Z',
  '2018-07-12T00:00:00+99:99',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59-14:00',
  '+275760-09-13T00:00:00Z',
  '4714-11-24 BC',
  'infinity',
  'now',
  'epoch',
  'P99999999999Y',
  '-P1D',
  'PT1H',
];

const NAMES = [
  'Europe/../etc/passwd',
  'Europe/Rome\n',
  'UTC+25',
  'Etc/GMT+14',
  'x-klingon',
  `${'en-'.repeat(60)}a`,
  'i-default',
  'javascript:alert(1)',
  '00000000-0000-0000-0000-000000000000',
  '019a8f3e-4c00-7000-8000-00000000ffff',
  '{019a8f3e-4c00-7000-8000-000000000001}',
  '019A8F3E4C0070008000000000000001',
  'urn:uuid:019a8f3e-4c00-7000-8000-000000000001',
];

/** Texts that are trouble somewhere. */
export const TEXTS: readonly string[] = [...INJECTIONS, ...CHARACTERS, ...NUMBERS, ...DAYS, ...NAMES];

/** A text as a part of an address; half a character has no spelling, but its bytes can be sent. */
export function encode(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80';
}

/** What may stand in an address where an id belongs. */
export const ADDRESS_PARTS: readonly string[] = [
  ...TEXTS.map(encode),
  '%00',
  '%ff',
  '%c0%af',
  '%',
  '%2',
  '%zz',
  '..;',
  '.',
  '..',
  '%252e',
  'a'.repeat(499),
  'a'.repeat(501),
  'a'.repeat(8000),
  'x.ics',
  ';a=b',
  ',',
  '@',
];

/** Queries that no route names, or names otherwise. */
export const STRANGE_QUERIES: readonly string[] = [
  'zzUnknown=1',
  '__proto__=1',
  'constructor=1',
  '__proto__[polluted]=yes',
  'toString=1',
  'hasOwnProperty=1',
  '=1',
  '&&&&',
  'a=b'.repeat(2000),
  Array.from({ length: 1500 }, (_, i) => `p${i}=1`).join('&'),
  '?',
  'limit=1;drop',
  'sort=__proto__',
  'sort=constructor',
  'limit=1&limit=2',
];

/** Forms that one parameter may take. */
export function formsOf(name: string): string[] {
  const strange = [
    `${name}=a&${name}=b`,
    `${name}[]=a`,
    `${name}[a]=b`,
    `${name}[__proto__][polluted]=yes`,
    name,
  ];
  return [...strange, `${name}=%00`, `${name}=%ff`, `${name}=%`, `${name.toUpperCase()}=1`];
}
