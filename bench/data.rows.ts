/** Kinds of generated records, as their ids hold them. */
export const [ACTOR, PLACE, TOPIC, ORGANIZATION, PERSON, DELEGATION, MEMBER, EVENT, LEG, ITEM] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
];
export const [PARTICIPATION, CHANGE, SERIES, AGREEMENT, PARTY, SIGNATORY, OBLIGATION, FOLLOW_UP] = [
  11, 12, 13, 14, 15, 16, 17, 18,
];
export const [ENTRY, FIGURE, RELATIONSHIP, OUTCOME, POSITION] = [19, 20, 21, 22, 23];

export const COUNTRIES = 12;
export const PROVINCES = 120;
const CITIES = 1200;
/** The places that others lie in. */
export const PLACES = COUNTRIES + PROVINCES + CITIES;
export const TOPICS = 100;

/** The id of the generated record of this kind and number. */
export function idOf(kind: number, number: number): string {
  const [kindPart, numberPart] = [kind.toString(16).padStart(4, '0'), number.toString(16).padStart(12, '0')];
  return `019a0000-${kindPart}-7000-8000-${numberPart}`;
}

/** The columns of a record that say who made it when. */
export const MAKING = 'version, created_at, created_by_id, updated_at, updated_by_id';
/** What they hold, where `rows` follows. */
export const MADE = `1, at.at, bench.id(${ACTOR}, 1), at.at, bench.id(${ACTOR}, 1)`;
const AT = `cross join lateral (select timestamptz '2020-01-01' + i * interval '100 ms' as at) at`;

/** What was made in the order of `i`, from 1 or from the number after `past`. */
export function rows(number: number, past = 0): string {
  return `from generate_series(${past + 1}::bigint, ${past + number}) i ${AT}`;
}

/** What the clocks in Italy show at an instant, as SQL. */
export function localOf(at: string): string {
  return `to_char((${at}) at time zone 'Europe/Rome', 'YYYY-MM-DD"T"HH24:MI:SS')`;
}

/** What the history of the rows of a table says of their creation. */
export function historyOf(table: string): string {
  return `insert into history (record_id, table_name, version, at, by_id, kind, changes)
     select id, '${table}', 1, created_at, created_by_id, 'created', '{}' from ${table} order by id`;
}

/** A city, more often than not in the first country, to which every twelfth city belongs. */
export function cityOf(i: string, salt: number): string {
  const [before, each] = [COUNTRIES + PROVINCES, CITIES / COUNTRIES];
  return `bench.id(${PLACE}, ${before + 1} + case when bench.pick(${i}, ${salt}, 5) < 3
    then ${COUNTRIES} * bench.pick(${i}, ${salt + 100}, ${each}) else bench.pick(${i}, ${salt + 200}, ${CITIES}) end)`;
}
