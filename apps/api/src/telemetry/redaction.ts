import { TOKEN_IN_TEXT } from '#platform';

const HIDDEN = '[redacted]';

/** What a secret is called, as a member, a header or a parameter. */
const NAMES = 'authorization|cookie|password|passwd|secret|token|signature|credentials|api[-_]?key';

/** Where a line of JSON may hold a secret, and what is left of it. */
const SECRETS: readonly (readonly [pattern: RegExp, left: string])[] = [
  [TOKEN_IN_TEXT, `corteo_${HIDDEN}`],
  [/\b(Bearer|Basic|Digest|Negotiate)((?: |\+|%20)+)[^\s"\\,;]+/gi, `$1$2${HIDDEN}`],
  [new RegExp(String.raw`("[^"\\]*(?:${NAMES})": *)"(?:[^"\\]|\\.)*"`, 'gi'), `$1"${HIDDEN}"`],
  // JSON within a text of JSON.
  [
    new RegExp(String.raw`(\\"[^"\\]*(?:${NAMES})\\": *\\")(?:[^"\\]|\\\\(?:\\.|[^\\]))*`, 'gi'),
    `$1${HIDDEN}`,
  ],
  [/\b([a-z][a-z\d+.-]{1,20}:\/\/[^\s:@/"\\]*):[^\s@/"\\]+@/gi, `$1:${HIDDEN}@`],
  [new RegExp(String.raw`([?&;](?:[\w.-]*(?:${NAMES})|key|code|sig)=)[^\s&;#"\\]+`, 'gi'), `$1${HIDDEN}`],
  [new RegExp(String.raw`\b([\w-]{0,40}(?:${NAMES})(?:: *|=))(?!\[)[^\s"\\,;&]+`, 'gi'), `$1${HIDDEN}`],
];

// Every request has a line, and what begins with one of a few characters is looked for four times as fast.
const SUSPECT =
  /[abcdnpst:?&;](?:orteo[_%]|earer|asic|igest|egotiate|uthorization|ookie|assw|ecret|oken|ignature|redentials|pi[-_]?key|\/\/|(?:key|code|sig)=)|%(?:5f|6[35f]|7[24])/i;

/** A line for the log without secrets, whoever wrote it and wherever they stand. */
export function redact(line: string): string {
  if (!SUSPECT.test(line)) return line;
  return SECRETS.reduce((text, [pattern, left]) => text.replace(pattern, left), line);
}
