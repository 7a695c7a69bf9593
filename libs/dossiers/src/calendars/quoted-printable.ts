/** What older programs (vCalendar 1.0) say of a text that they wrote in ASCII alone. */
const QUOTED = /;(?:ENCODING=)?QUOTED-PRINTABLE(?=[;:])/i;
const CHARSET = /;CHARSET="?([\w-]+)"?(?=[;:])/i;

/** Whether a line of such a text goes on in the next one; its beginning tells. */
export function goesOn(beginning: string, ending: string): boolean {
  return ending.endsWith('=') && QUOTED.test(beginning.slice(0, 200));
}

/**
 * A property as iCalendar writes it.
 * @throws RangeError for a set of characters that is not known
 */
export function withoutQuoting(head: string, value: string): [head: string, value: string] {
  if (!QUOTED.test(`${head}:`)) return [head, value];
  const [, charset = 'utf-8'] = CHARSET.exec(`${head}:`) ?? [];
  const bytes = value.replace(/=([0-9A-F]{2})/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  const text = new TextDecoder(charset).decode(Buffer.from(bytes, 'latin1'));
  const plain = `${head}:`.replace(QUOTED, '').replace(CHARSET, '').slice(0, -1);
  return [plain, text.replace(/\r?\n/g, '\\n')];
}
