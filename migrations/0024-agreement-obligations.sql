-- What a party to an agreement, or all of them, have to do.

-- up
create table agreement_obligations (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  agreement_id uuid not null references agreements,
  party_id uuid,
  text jsonb not null,
  due text,
  due_day date not null generated always as
    (case when due ~ '^\d{4}-\d{2}-\d{2}$' then public.partial_date_latest(due) else 'infinity'::date end) stored,
  evidence jsonb,
  status text not null,
  constraint agreement_obligations_party_known foreign key (agreement_id, party_id)
    references agreement_parties (agreement_id, id)
);
create index agreement_obligations_of_agreement on agreement_obligations (agreement_id, id);
create index agreement_obligations_of_party on agreement_obligations (party_id);
create index agreement_obligations_due on agreement_obligations (due_day, agreement_id)
  where status = 'open' and archived_at is null;

create function public.visible_agreement_obligations(caller jsonb) returns setof agreement_obligations
language sql stable parallel safe as $$
  select * from public.agreement_obligations where caller is not null
$$;

select keep_history('agreement_obligations');

-- down
drop function public.visible_agreement_obligations(jsonb);
drop table agreement_obligations;
