/** Sixteen beginnings and sixteen ends: three such syllables make enough names that a rare one is rare. */
const ITALIAN = ['b c d f g l m n p r s t v z st br', 'a e i o u an en in on ar er or al ò è ella'];
const ENGLISH = [
  'b c d f h l m n p r s t w th st br',
  'ade ell ick ow um an en ing on ar er ord al ale ey ton',
];

/** Functions of the generator: the same number always gives the same id, the same choice and the same name. */
export const GENERATOR = [
  `create schema bench`,
  // Ids in the order of insertion, as version 7 gives them.
  `create function bench.id(kind int, i bigint) returns uuid language sql immutable parallel safe as $$
     select ('019a0000-' || lpad(to_hex(kind), 4, '0') || '-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid
   $$`,
  `create function bench.pick(i bigint, salt int, n int) returns int language sql immutable parallel safe as $$
     select ((hashint8extended(i, salt) & 9223372036854775807) % n)::int
   $$`,
  // Without a query inside, so that they inline.
  `create function bench.italian(i bigint, salt int) returns text language sql immutable parallel safe as $$
     select initcap(${syllables(ITALIAN)})
   $$`,
  `create function bench.english(i bigint, salt int) returns text language sql immutable parallel safe as $$
     select initcap(${syllables(ENGLISH)})
   $$`,
  `create function bench.chinese(i bigint, salt int, length int) returns text language sql immutable parallel safe as $$
     select left(${[1, 2, 3, 4].map((part) => `chr(19968 + 13 * bench.pick(i, salt * 10 + ${part}, 1500))`).join(' || ')}, length)
   $$`,
  `create function bench.name(name text, lang text) returns jsonb language sql immutable parallel safe as $$
     select jsonb_build_object('text', name, 'lang', lang, 'kind', 'official')
   $$`,
  // The first name is the one that a list is sorted by.
  `create function bench.person_names(i bigint) returns jsonb language sql immutable parallel safe as $$
     select case i % 3
       when 0 then jsonb_build_array(bench.name(bench.italian(i, 1) || ' ' || bench.italian(i, 2), 'it'))
       when 1 then jsonb_build_array(bench.name(bench.english(i, 1) || ' ' || bench.english(i, 2), 'en'))
       else jsonb_build_array(bench.name(bench.chinese(i, 1, 3), 'zh'), bench.name(bench.english(i, 3), 'en')) end
   $$`,
  `create function bench.organization_names(i bigint) returns jsonb language sql immutable parallel safe as $$
     select jsonb_build_array(
       bench.name('Istituto ' || bench.italian(i, 4) || ' di ' || bench.italian(i, 5), 'it'),
       bench.name(bench.english(i, 4) || ' Institute of ' || bench.english(i, 5), 'en'),
       bench.name(bench.chinese(i, 4, 4) || '大学', 'zh'))
   $$`,
  `create function bench.visit_names(i bigint, organization bigint) returns jsonb language sql immutable parallel safe as $$
     select jsonb_build_array(
       bench.name('Visita di ' || bench.italian(organization, 4) || ' di ' || bench.italian(organization, 5), 'it'),
       bench.name((array['Working visit','Study visit','Courtesy call','Official visit','Inspection'])[1 + i % 5]
         || ' of ' || bench.english(organization, 4) || ' Institute of ' || bench.english(organization, 5), 'en'),
       bench.name(bench.chinese(organization, 4, 4) || '代表团来访', 'zh'))
   $$`,
  // Days over 21 years that end a year after the quarter that is asked for.
  `create function bench.day(i bigint) returns date language sql immutable parallel safe as $$
     select date '2007-01-01' + bench.pick(i, 77, 7670)
   $$`,
];

/** Three syllables, each a beginning and an end. */
function syllables(halves: readonly string[]): string {
  const arrays = halves.map((words) => `('{${words.split(' ').join(',')}}'::text[])`);
  return [1, 2, 3, 4, 5, 6]
    .map((half) => `${arrays[(half - 1) % 2]}[1 + bench.pick(i, salt * 10 + ${half}, 16)]`)
    .join(' || ');
}
