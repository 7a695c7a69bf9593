-- What is quoted is asked for in this order, whatever the quotation marks.

-- up
-- What is asked for, a piece for each run between spaces or quotation marks: Unicode's, but for those that are apostrophes too.
create or replace function public.pieces_asked(asked text) returns table (piece text, is_quoted boolean)
language sql immutable strict parallel safe as $$
  select coalesce(found[1], found[2]), found[1] is not null
  from regexp_matches(regexp_replace(
      regexp_replace(asked, '[\u0009-\u000d\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]', ' ', 'g'),
      '[“”„‟«»‹›「」『』〝〞〟﹁﹂﹃﹄＂｢｣⹂]', '"', 'g'), '"([^"]*)"|([^ "]+)', 'g') found
$$;

-- What is asked for, as names are compared as a whole.
create or replace function public.plain_asked(asked text) returns text language sql immutable strict parallel safe as $$
  select translate(public.spell_text(asked), '-', ' ')
$$;

-- down
create or replace function public.plain_asked(asked text) returns text language sql immutable strict parallel safe as $$
  select translate(public.spell_text(translate(asked, '"“”„‟«»', '')), '-', ' ')
$$;

create or replace function public.pieces_asked(asked text) returns table (piece text, is_quoted boolean)
language sql immutable strict parallel safe as $$
  select coalesce(found[1], found[2]), found[1] is not null
  from regexp_matches(translate(
      regexp_replace(asked, '[\u0009-\u000d\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]', ' ', 'g'),
      '“”„‟«»＂', '"'), '"([^"]*)"|([^ "]+)', 'g') found
$$;
