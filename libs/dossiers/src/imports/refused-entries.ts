import type { Refusal } from '#refusals';
import type { Entry } from './entries.js';
import { type Fault, faultAt, pathOf } from './faults.js';
import { type Fields, fieldOf } from './fields.js';
import type { WrittenDossier } from './written-dossier.js';

/** What of an entry a refusal is about: the fields that it names, or the whole of it. */
export function faultsOfRefusal(refusal: Refusal, entry: Entry, written: WrittenDossier): Fault[] {
  const { errors = [] } = refusal.facts;
  const named = errors.length > 0 ? errors : [{ pointer: '', detail: refusal.message, code: refusal.code }];
  return named.map(({ pointer, detail, code }) => {
    const path = [...entry.at, ...namesOf(pathOf(pointer), entry.section.fields)];
    return faultAt(written, path, written.advice?.[code] ?? detail, code);
  });
}

/** A way through an input, by the names that a dossier has for its fields. */
function namesOf([property, ...rest]: readonly string[], fields: Fields): string[] {
  if (property === undefined) return [];
  const field = fieldOf(property, fields);
  if (!field) return [property, ...rest];
  const [index, ...within] = rest;
  if (!field.inner) return [field.name, ...rest];
  return /^\d+$/.test(index ?? '')
    ? [field.name, index!, ...namesOf(within, field.inner())]
    : [field.name, ...namesOf(rest, field.inner())];
}
