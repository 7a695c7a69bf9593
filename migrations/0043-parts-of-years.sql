-- Partial dates that name a season, a quarter or a half of a year (ISO 8601-2), or a day unknown within a month.

-- up
create or replace function public.partial_date_earliest(value text) returns date
language sql immutable strict parallel safe as $$
  select case
    when value ~ '^\d{4}-\d{2}-\d{2}' then make_date(left(value, 4)::int, substr(value, 6, 2)::int, substr(value, 9, 2)::int)
    when value ~ '^\d{4}-2[1-4]' then make_date(left(value, 4)::int, 3 * (substr(value, 6, 2)::int - 20), 1)
    when value ~ '^\d{4}-3[3-6]' then make_date(left(value, 4)::int, 3 * (substr(value, 6, 2)::int - 33) + 1, 1)
    when value ~ '^\d{4}-4[01]' then make_date(left(value, 4)::int, 6 * (substr(value, 6, 2)::int - 40) + 1, 1)
    when value ~ '^\d{4}-\d{2}' then make_date(left(value, 4)::int, substr(value, 6, 2)::int, 1)
    when value ~ '^\d{4}' then make_date(left(value, 4)::int, 1, 1)
    when value ~ '^\d{3}X' then make_date(greatest(left(value, 3)::int * 10, 1), 1, 1)
    when value ~ '^\d{2}XX' then make_date(greatest(left(value, 2)::int * 100, 1), 1, 1)
  end
$$;

create or replace function public.partial_date_latest(value text) returns date
language sql immutable strict parallel safe as $$
  select case
    when value ~ '^\d{4}-\d{2}-\d{2}' then make_date(left(value, 4)::int, substr(value, 6, 2)::int, substr(value, 9, 2)::int)
    when value ~ '^\d{4}-(2[1-4]|3[3-6])' then (public.partial_date_earliest(value) + interval '3 months - 1 day')::date
    when value ~ '^\d{4}-4[01]' then (public.partial_date_earliest(value) + interval '6 months - 1 day')::date
    when value ~ '^\d{4}-\d{2}' then (public.partial_date_earliest(value) + interval '1 month - 1 day')::date
    when value ~ '^\d{4}' then make_date(left(value, 4)::int, 12, 31)
    when value ~ '^\d{3}X' then make_date(left(value, 3)::int * 10 + 9, 12, 31)
    when value ~ '^\d{2}XX' then make_date(left(value, 2)::int * 100 + 99, 12, 31)
  end
$$;

-- down
create or replace function public.partial_date_latest(value text) returns date
language sql immutable strict parallel safe as $$
  select case
    when value ~ '^\d{4}-\d{2}-\d{2}' then make_date(left(value, 4)::int, substr(value, 6, 2)::int, substr(value, 9, 2)::int)
    when value ~ '^\d{4}-\d{2}' then (make_date(left(value, 4)::int, substr(value, 6, 2)::int, 1) + interval '1 month - 1 day')::date
    when value ~ '^\d{4}' then make_date(left(value, 4)::int, 12, 31)
    when value ~ '^\d{3}X' then make_date(left(value, 3)::int * 10 + 9, 12, 31)
    when value ~ '^\d{2}XX' then make_date(left(value, 2)::int * 100 + 99, 12, 31)
  end
$$;

create or replace function public.partial_date_earliest(value text) returns date
language sql immutable strict parallel safe as $$
  select case
    when value ~ '^\d{4}-\d{2}-\d{2}' then make_date(left(value, 4)::int, substr(value, 6, 2)::int, substr(value, 9, 2)::int)
    when value ~ '^\d{4}-\d{2}' then make_date(left(value, 4)::int, substr(value, 6, 2)::int, 1)
    when value ~ '^\d{4}' then make_date(left(value, 4)::int, 1, 1)
    when value ~ '^\d{3}X' then make_date(greatest(left(value, 3)::int * 10, 1), 1, 1)
    when value ~ '^\d{2}XX' then make_date(greatest(left(value, 2)::int * 100, 1), 1, 1)
  end
$$;
