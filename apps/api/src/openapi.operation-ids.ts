import type { OpenAPIObject } from '@nestjs/swagger';
import { METHODS, type Method, type Operation } from './openapi.operations.js';

/** What is done where an address ends in a word for what is done. */
const DEEDS: Readonly<Record<string, string>> = {
  transitions: 'transition',
  moves: 'move',
  acknowledgement: 'acknowledge',
  erasure: 'erase',
  dossiers: 'import',
};

/** What one of many is called, where it is not the word without its s. */
const SINGULARS: Readonly<Record<string, string>> = {
  Agenda: 'AgendaItem',
  People: 'Person',
  ForumSeries: 'ForumSeries',
};

/** What many are called, where the word of the address says it of neither one nor many. */
const PLURALS: Readonly<Record<string, string>> = {
  Agenda: 'AgendaItems',
  Similar: 'SimilarRecords',
  Different: 'DifferentRecords',
};

const FILES: Readonly<Record<string, string>> = {
  '.ics': 'Calendar',
  '.jcal.json': 'Jcal',
  '.jscalendar.json': 'Jscalendar',
  '.ifb': 'FreeBusy',
  '.vcf': 'Contacts',
};

/** Names every operation by what is done, and to what: `createVisit`, `listVisits`, `moveVisitAgendaItems`. */
export function nameOperations(document: OpenAPIObject): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths))
    for (const method of METHODS) {
      const operation = item[method];
      if (operation)
        operation.operationId = operationId(method, path, {
          isList: answersList(operation),
          isArchive: document.paths[`${path}/restore`] !== undefined,
        });
    }
  return document;
}

interface Facts {
  /** Whether it answers many. */
  readonly isList: boolean;
  /** Whether what is put away can be brought back. */
  readonly isArchive: boolean;
}

/** The name of an operation: a verb, and the nouns of its address, of which only what is listed is many. */
function operationId(method: Method, path: string, facts: Facts): string {
  const segments = path.split('/').filter((one) => !['', 'v1', '.well-known'].includes(one));
  const deed = method === 'post' ? deedOf(segments) : undefined;
  const verb = deed ?? verbOf(method, facts);
  const named = deed && segments.length > 1 ? segments.slice(0, -1) : segments;
  return `${verb}${nounsOf(named, verb === 'create').join('') || 'Start'}`;
}

/** What a POST does to the record or the list that stands before it. */
function deedOf(segments: readonly string[]): string | undefined {
  const [before, last] = [segments.at(-2), segments.at(-1)!];
  if (DEEDS[last]) return DEEDS[last];
  const isWord = before?.startsWith('{') && !last.startsWith('{') && singular(pascal(last)) === pascal(last);
  return isWord && last !== 'agenda' ? camel(last) : undefined;
}

function verbOf(method: Method, { isList, isArchive }: Facts): string {
  const verbs = {
    get: isList ? 'list' : 'read',
    put: 'put',
    post: 'create',
    patch: 'patch',
    delete: isArchive ? 'archive' : 'delete',
  };
  return verbs[method];
}

function nounsOf(segments: readonly string[], ofOne: boolean): string[] {
  const nouns = segments.flatMap((segment, at) => {
    const file = Object.keys(FILES).find((ending) => segment.endsWith(ending)) ?? '';
    if (segment.startsWith('{')) return file ? [FILES[file]!] : [];
    const noun = pascal(FILES[file] ? segment.slice(0, -file.length) : segment);
    const isOne = segments[at + 1]?.startsWith('{') || (ofOne && at === segments.length - 1);
    const shown = isOne ? singular(noun) : at === segments.length - 1 ? plural(noun) : noun;
    return FILES[file] ? [shown, FILES[file]] : [shown];
  });
  return nouns.filter((noun, at) => !nouns.slice(at + 1).some((later) => later === singular(noun)));
}

function singular(noun: string): string {
  return SINGULARS[noun] ?? noun.replace(/ies$/, 'y').replace(/s$/, '');
}

function plural(noun: string): string {
  return PLURALS[noun] ?? noun;
}

function answersList({ responses }: Operation): boolean {
  const answer = responses[200];
  const content = answer && 'content' in answer ? answer.content : undefined;
  const schema = content?.['application/json']?.schema;
  return (
    schema !== undefined && ('$ref' in schema ? /(?:Page|List)$/.test(schema.$ref) : schema.type === 'array')
  );
}

function pascal(words: string): string {
  return words
    .split(/[-.]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function camel(words: string): string {
  const word = pascal(words);
  return word.charAt(0).toLowerCase() + word.slice(1);
}
