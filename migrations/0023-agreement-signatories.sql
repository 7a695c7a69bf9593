-- Who signs an agreement for a party.

-- up
create table agreement_signatories (
  id uuid primary key,
  version integer not null check (version > 0),
  created_at timestamptz(3) not null,
  created_by_id uuid not null references actors,
  updated_at timestamptz(3) not null,
  updated_by_id uuid not null references actors,
  archived_at timestamptz(3),
  agreement_id uuid not null references agreements,
  party_id uuid not null,
  person_id uuid,
  title jsonb,
  planned text,
  signed_on text,
  method text,
  constraint agreement_signatories_party_known foreign key (agreement_id, party_id)
    references agreement_parties (agreement_id, id),
  constraint agreement_signatories_person_known foreign key (person_id) references people
);
create index agreement_signatories_of_agreement on agreement_signatories (agreement_id, id);
create index agreement_signatories_of_party on agreement_signatories (party_id, id);
create index agreement_signatories_by_person on agreement_signatories (person_id);

create function public.visible_agreement_signatories(caller jsonb) returns setof agreement_signatories
language sql stable parallel safe as $$
  select * from public.agreement_signatories where caller is not null
$$;

select keep_history('agreement_signatories');

-- down
drop function public.visible_agreement_signatories(jsonb);
drop table agreement_signatories;
