import type { AgendaItem } from '#agendas';
import type { FieldChange } from '../imports/changes.js';
import type { SaidFields } from './wanted-items.js';

/** The input that says fields: each language of a text within its text. */
export function inputOf(said: SaidFields): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [property, value] of Object.entries(said)) {
    const [field, language] = property.split('/') as [string, string?];
    input[field] = language ? { ...(input[field] as object | undefined), [language]: value } : value;
  }
  return input;
}

/** The merge patch that writes changes. */
export function patchOf(changes: readonly FieldChange[]): Record<string, unknown> {
  return inputOf(Object.fromEntries(changes.map(({ property, to }) => [property, to ?? null])));
}

/**
 * What an item holds of the fields that a calendar says, or said before.
 * @param said what it says now: a time without a zone is held against the clocks at the place
 */
export function heldOf(item: AgendaItem, asked: object, said: SaidFields): SaidFields {
  return Object.fromEntries(Object.keys(asked).map((property) => [property, valueOf(item, property, said)]));
}

function valueOf(item: AgendaItem, property: string, said: SaidFields): unknown {
  const [field, language] = property.split('/') as [keyof AgendaItem, string?];
  if (language) return (item[field] as Record<string, string> | null)?.[language] ?? null;
  if (property === 'on') return item.onDate;
  if (property !== 'startsAt' && property !== 'endsAt') return item[field];
  const time = said[property];
  if (typeof time === 'string' && !time.endsWith('Z'))
    return item[`${property === 'startsAt' ? 'starts' : 'ends'}Local`];
  const at = item[property];
  return at && Temporal.Instant.fromEpochMilliseconds(at.getTime()).toString({ smallestUnit: 'second' });
}
