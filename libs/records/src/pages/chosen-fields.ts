import { type Sql, membersOf, object } from '#platform';
import { invalid } from '#refusals';

/** A list that tells of its rows what is asked for alone, where anything is. */
export function withChosenFields<L extends { readonly item: Sql | (() => Sql) }>(
  list: L,
  fields: string | undefined,
): L {
  if (fields === undefined) return list;
  const { item } = list;
  return { ...list, item: chosenFields(typeof item === 'function' ? item() : item, fields) };
}

/**
 * The JSON of one row with the members that a caller asks for alone, and its `id`: what is not told is not read.
 * @param item the whole of it, as `object` builds it
 * @throws Refusal `request.invalid` where there is no such member
 */
function chosenFields(item: Sql, fields: string): Sql {
  const members = membersOf(item);
  if (!members) throw new Error('Nobody can choose of what `object` did not build.');
  const chosen = fields.split(',').map((field) => field.trim());
  const unknown = chosen.filter((field) => !Object.hasOwn(members, field));
  if (unknown.length > 0) throw unknownFields(unknown, Object.keys(members));
  return chooseMembers(item, ['id', ...chosen]);
}

/** The JSON of one row with some of its members alone. */
export function chooseMembers(item: Sql, chosen: readonly string[]): Sql {
  const members = Object.entries(membersOf(item)!);
  return object(Object.fromEntries(members.filter(([name]) => chosen.includes(name))));
}

function unknownFields(unknown: readonly string[], known: readonly string[]): Error {
  const fault = unknown.includes('') ? 'A name is missing' : `There is no ${unknown.join(', ')}`;
  const detail = `${fault}; there are ${known.toSorted().join(', ')}.`;
  return invalid([{ pointer: '?fields', detail, code: 'in' }]);
}
