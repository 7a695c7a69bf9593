-- Each secret that a private address had is answered for a while, also where the next one was replaced meanwhile.

-- up
create table former_calendar_links (
  hash bytea primary key,
  link_id uuid not null constraint calendar_links_former_of references calendar_links on delete cascade,
  until timestamptz(3) not null
);
create index former_calendar_links_of_link on former_calendar_links (link_id, until);
insert into former_calendar_links (hash, link_id, until)
select former_hash, id, former_until from calendar_links where former_hash is not null;
drop index calendar_links_by_former_hash;
alter table calendar_links drop constraint calendar_links_former_ends, drop column former_hash, drop column former_until;

-- down
alter table calendar_links add column former_hash bytea, add column former_until timestamptz(3);
update calendar_links l set former_hash = f.hash, former_until = f.until
from (select distinct on (link_id) * from former_calendar_links order by link_id, until desc) f where f.link_id = l.id;
alter table calendar_links
  add constraint calendar_links_former_ends check ((former_hash is null) = (former_until is null));
create index calendar_links_by_former_hash on calendar_links (former_hash) where former_hash is not null;
drop table former_calendar_links;
