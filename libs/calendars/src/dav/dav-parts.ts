/** A property of an entry, as its text has it. */
export interface EntryProperty {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const PART = /^BEGIN:([\w-]+)\r\n(.*?)^END:\1\r\n/gms;
const PARAMETER = /;([\w-]+)=((?:"[^"]*"|[^;:"])*)/g;
const LINE = new RegExp(`^([\\w-]+)((?:${PARAMETER.source})*):(.*)$`, 's');

/** The components of a name directly within a text that was written here, each as what stands between its ends. */
export function partsOf(text: string, name: string): string[] {
  return [...text.matchAll(PART)].filter(([, found]) => found === name).map(([, , content]) => content!);
}

/** The properties of a name that a component itself has. */
export function propertiesOf(text: string, name: string): EntryProperty[] {
  const lines = text.replace(PART, '').replaceAll('\r\n ', '').split('\r\n');
  return lines.filter((line) => line.startsWith(name)).flatMap((line) => readLine(line, name));
}

function readLine(line: string, name: string): EntryProperty[] {
  const [, found, parameters, , , value] = LINE.exec(line) ?? [];
  if (found !== name) return [];
  const told = [...parameters!.matchAll(PARAMETER)].map(
    ([, key, said]) => [key!, said!.replaceAll('"', '')] as const,
  );
  return [{ value: unescape(value!), parameters: new Map(told) }];
}

function unescape(value: string): string {
  return value.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
}
