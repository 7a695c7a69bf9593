-- What the office does after every visit.

-- up
create table standing_follow_ups (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  title jsonb not null,
  kind text not null,
  due_after text not null,
  mandatory boolean not null
);

create function public.visible_standing_follow_ups(caller jsonb) returns setof standing_follow_ups
language sql stable parallel safe as $$
  select * from public.standing_follow_ups where caller is not null
$$;

select keep_history('standing_follow_ups');

insert into standing_follow_ups
  (id, version, created_at, created_by_id, updated_at, updated_by_id, title, kind, due_after, mandatory)
select standing.id, 1, a.created_at, a.id, a.created_at, a.id, standing.title, standing.kind, standing.due_after, true
from actors a, (values
  ('019b76da-a800-7000-8000-000000000002'::uuid,
    '{"en": "Report on the visit", "it": "Relazione sulla visita"}'::jsonb, 'report', 'P21D'),
  ('019b76da-a800-7000-8000-000000000003',
    '{"en": "Thank-you letters", "it": "Lettere di ringraziamento"}', 'thank_you', 'P7D')
) as standing(id, title, kind, due_after)
where a.kind = 'system';

-- down
drop function public.visible_standing_follow_ups(jsonb);
drop table standing_follow_ups;
