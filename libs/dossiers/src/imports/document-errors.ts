import {
  type Document,
  type ErrorCode,
  type Node,
  type Scalar,
  type YAMLMap,
  YAMLParseError,
  type YAMLSeq,
  isScalar,
  visit,
} from 'yaml';

/** Adds to what is wrong with a document what its composer lets pass, or would look for anew at each key. */
export function judged(document: Document): Document {
  const anchors = new Set<string>();
  const note = (_: unknown, { anchor = '' }: Scalar | YAMLMap | YAMLSeq): void => void anchors.add(anchor);
  visit(document, {
    Scalar: note,
    Seq: note,
    Map(_, map) {
      note(_, map);
      document.errors.push(...wrongKeysOf(map));
    },
    Alias(_, alias) {
      if (!anchors.has(alias.source))
        document.errors.push(errorAt(alias, 'BAD_ALIAS', `There is no &${alias.source} before.`));
    },
  });
  return document;
}

function wrongKeysOf({ items }: YAMLMap): YAMLParseError[] {
  const found = new Set<string>();
  return items.flatMap(({ key }) => {
    const name = keyOf(key);
    const isTwice = found.has(name);
    found.add(name);
    if (isTwice) return [errorAt(key as Node, 'DUPLICATE_KEY', `The key ${name} stands here twice.`)];
    return name === '<<' ? [errorAt(key as Node, 'BAD_ALIAS', NO_MERGES)] : [];
  });
}

const NO_MERGES =
  'YAML 1.2 has no merges (<<): write the fields out, or repeat a whole value (&name, *name).';

function errorAt({ range }: Node, code: ErrorCode, message: string): YAMLParseError {
  const [start, end] = range!;
  return new YAMLParseError([start, end], code, message);
}

/** The key of a pair as text. */
export function keyOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}
