import { COUNTED_WORDS } from '#search';
/** The tables with words, in two halves of about as many records, for two that write them side by side. */
const MANY = ['follow_ups', 'events'];

/** Writes the words of all that was loaded, as the triggers would have. */
export function wordsOfData(): string[][] {
  return [`name = any ('{${MANY.join(',')}}')`, `name <> all ('{${MANY.join(',')}}')`].map((which) => [
    `do $$
     declare
       tracked text;
       last uuid;
     begin
       for tracked in select name from public.worded_tables() where ${which} loop
         last := '00000000-0000-0000-0000-000000000000';
         while last is not null loop last := public.rewrite_words(tracked, last, 10000); end loop;
       end loop;
     end $$`,
  ]);
}

/** The dictionary of all of them, as `corteo reindex` would write it. */
export const KNOWN_WORDS: readonly string[] = [
  'delete from public.known_words',
  `insert into public.known_words select c.word, c.uses, public.shortened(c.word) from (${COUNTED_WORDS}) c`,
];
