import { type FieldError, defineProblems } from '#refusals';
import type { Name } from '#vocabulary';

export const MERGE_PROBLEMS = defineProblems({
  'merge.same-record': [
    'conflict',
    'A record cannot be merged into itself',
    'Two records become one. The one that was named is the one that is kept.',
    'Name the other record of the two as `fromId`.',
  ],
  'merge.within': [
    'conflict',
    'The one of the two lies in the other',
    'What is a part of something is not the same, however deep it lies in it.',
    'Look whether they are the same. If so, take the one out of the other first (`parentId`, and `containedInIds` of a place).',
  ],
  'merge.other-kind': [
    'conflict',
    'The two places are of different kinds',
    'A city and a room in it are two places, even where they are called the same.',
    'Look whether they are the same place. If so, give both the same kind first.',
  ],
  'merge.other-zone': [
    'conflict',
    'The two places have different time zones',
    'What takes place at the one would take place at another time at the other, or nobody has said whose zone is right.',
    'Look whether they are the same place. If so, say `take: { "timeZone": "from" }` where nothing takes place at either yet, or give both the same time zone first.',
  ],
  'merge.erased': [
    'conflict',
    'One of the two people was erased',
    'Nothing is known of somebody who was erased, so nobody can know that they are the same.',
    'Leave the two as they are.',
  ],
  'merge.protected': [
    'forbidden',
    'A protected profile would have to be moved',
    'Of two people who become one the protected profiles do, too, and only who may write those moves them.',
    'Ask somebody who has the scope that `missingScope` names to do it: colleagues of protocol, or an administrator.',
  ],
  'merge.protected-differs': [
    'conflict',
    'Both people have a protected profile, and they say different things',
    'Only one of the two can be right, and nobody but those who look after the person can know which.',
    'Look at both profiles, and say for each field that `fields` names whose is right: `take: { "protectedProfile.passport": "kept" }`, or `"from"`.',
  ],
  'merge.too-many-names': [
    'conflict',
    'The two have too many names together',
    'A record has only so many names, and those of both are kept.',
    'Take names away that nobody needs, and merge them then.',
  ],
  'merge.undone': [
    'conflict',
    'The merge was undone before',
    'The two records are apart.',
    'Read both records; merge them again if they are the same after all.',
  ],
  'merge.changed-since': [
    'conflict',
    'What was merged has been changed since',
    'Undoing a merge gives every record back what it held before. What somebody has changed since would be lost.',
    'Look at what `changed` names; where it names nothing, ask a colleague who sees more. Put right by hand what should not have been merged.',
  ],
  'merge.forgotten': [
    'conflict',
    'What the merge has changed is not known any more',
    'A person was erased, and what the merge had kept of them went with them.',
    'Put right by hand what should not have been merged.',
  ],
});

/** Fields that mean something only together. */
const TOGETHER: readonly (readonly string[])[] = [['latitude', 'longitude']];

/** A record as far as merging looks at it. */
export type Merging = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly names: readonly Name[];
};

/**
 * Finds what is wrong with the fields that are to come from the record that is merged.
 * @param decidable fields of which either may be chosen, since neither is by itself
 */
export function takeErrors(
  take: Readonly<Record<string, unknown>>,
  takeable: readonly string[],
  decidable: readonly string[] = [],
): FieldError[] {
  const known = [...takeable, ...decidable];
  const detail = `is not a field that can be taken; those are ${known.join(', ')}.`;
  return Object.entries(take).flatMap(([field, whose]): FieldError[] => {
    const pointer = `/take/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!known.includes(field)) return [{ pointer, detail, code: 'unknown-field' }];
    if (whose === 'from' || (whose === 'kept' && decidable.includes(field))) return [];
    const words = decidable.includes(field) ? 'must be “from” or “kept”.' : 'must be “from”.';
    return [{ pointer, detail: words, code: 'in' }];
  });
}

/**
 * What of a record becomes another when one is merged into it: what it has stays, unless it is taken from the other
 * one, and its gaps are filled. The names of both are kept.
 * @param fields those that can be taken, besides the names
 */
export function mergedFields(
  kept: Merging,
  from: Merging,
  fields: readonly string[],
  taken: readonly string[],
): Record<string, unknown> {
  const together = (field: string): readonly string[] =>
    TOGETHER.find((some) => some.includes(field)) ?? [field];
  const changes: Record<string, unknown> = {
    names: mergedNames(kept.names, from.names, taken.includes('names')),
  };
  for (const field of fields) {
    const group = together(field);
    const isTaken = group.some((one) => taken.includes(one));
    const isFilled = group.every((one) => isGap(kept[one])) && !isGap(from[field]);
    if (isTaken || isFilled) changes[field] = from[field];
  }
  return changes;
}

/** The names of two records that are one: what the other was called is an alias of the one. */
export function mergedNames(kept: readonly Name[], from: readonly Name[], takesFrom: boolean): Name[] {
  const [first, second] = takesFrom ? [from, kept] : [kept, from];
  const isKnown = ({ text, lang }: Name): boolean =>
    first.some((one) => one.text === text && one.lang === lang);
  const further = second.filter((name) => !isKnown(name));
  return [
    ...first,
    ...further.map((name) => ({ ...name, kind: isOwn(name) ? ('alias' as const) : name.kind })),
  ];
}

function isOwn({ kind }: Name): boolean {
  return kind === 'official' || kind === 'short';
}

function isGap(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
