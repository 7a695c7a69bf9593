import { SaxesParser, type SaxesTagNS } from 'saxes';

/** How deep elements may stand in one another. */
const MOST_DEPTH = 24;

/** How many elements and attributes there may be: as many as name each entry of a calendar, and more than is asked else. */
const MOST_PARTS = 24_000;

/** The namespaces that answers use, by their prefixes. */
const NAMESPACES = {
  d: 'DAV:',
  c: 'urn:ietf:params:xml:ns:caldav',
  cs: 'http://calendarserver.org/ns/',
} as const;

const OTHER = 'x';

/** A name in a namespace: `d:prop`; one in another namespace is told by that and by its local name. */
export interface XmlName {
  readonly namespace: string;
  readonly local: string;
}

/** An element of a request, with what it holds. */
export interface XmlElement extends XmlName {
  /** Its name with the prefix that answers have; with `x`, in a namespace that they do not use. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** What cannot be read as XML, or is not taken. */
export class UnreadableXml extends Error {}

type Growing = XmlElement & { children: XmlElement[]; text: string };

/**
 * Reads a document, strictly and without a DTD.
 * @throws UnreadableXml
 */
export function readXml(bytes: Buffer): XmlElement {
  const open: Growing[] = [];
  let root: XmlElement | undefined;
  let parts = 0;
  const parser = new SaxesParser({ xmlns: true });
  const refuse = (what: string): never => {
    throw new UnreadableXml(what);
  };
  const count = (): unknown => ++parts > MOST_PARTS && refuse('there is too much in it');
  parser.on('error', (error) => refuse(error.message));
  parser.on('doctype', () => refuse('a DTD is not taken'));
  parser.on('opentagstart', count);
  parser.on('attribute', count);
  parser.on('text', (text) => append(open, text));
  parser.on('cdata', (text) => append(open, text));
  parser.on('opentag', (tag) => {
    if (open.length >= MOST_DEPTH) refuse('it is nested too deeply');
    const element = toElement(tag);
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.write(decode(bytes)).close();
  return root ?? refuse('there is nothing in it');
}

function append(open: readonly Growing[], text: string): void {
  const element = open.at(-1);
  if (element) element.text += text;
}

/** Both encodings that whoever reads XML has to know (RFC 4918, 19). */
function decode(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = { fffe: 'utf-16le', feff: 'utf-16be' }[mark] ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableXml('it is neither UTF-8 nor UTF-16');
  }
}

function toElement({ uri, local, attributes }: SaxesTagNS): Growing {
  const values = Object.values(attributes).map(({ local: name, value }) => [name, value] as const);
  return {
    namespace: uri,
    local,
    name: nameOf({ namespace: uri, local }),
    attributes: Object.fromEntries(values),
    children: [],
    text: '',
  };
}

/** A name with the prefix that answers have for its namespace. */
export function nameOf({ namespace, local }: XmlName): string {
  const [prefix = OTHER] = Object.entries(NAMESPACES).find(([, one]) => one === namespace) ?? [];
  return `${prefix}:${local}`;
}

/** The first element of this name within another one. */
export function childOf({ children }: XmlElement, name: string): XmlElement | undefined {
  return children.find((child) => child.name === name);
}

/** Text as XML holds it, without the characters that XML has no room for. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** An element of an answer. */
export function writeElement(name: XmlName, content = ''): string {
  const tag = nameOf(name);
  const namespace = tag.startsWith(`${OTHER}:`) ? ` xmlns:${OTHER}="${escapeXml(name.namespace)}"` : '';
  return content ? `<${tag}${namespace}>${content}</${tag}>` : `<${tag}${namespace}/>`;
}

const DECLARED = Object.entries(NAMESPACES)
  .map(([prefix, namespace]) => `xmlns:${prefix}="${namespace}"`)
  .join(' ');

/** A whole document. */
export function writeDocument(tag: string, content: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<${tag} ${DECLARED}>${content}</${tag}>\n`;
}
