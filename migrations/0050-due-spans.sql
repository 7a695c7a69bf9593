-- What is due in a month or a year is due until its last day.

-- up
alter table agreement_obligations drop column due_day;
alter table agreement_obligations add column due_day date not null generated always as
  (coalesce(public.partial_date_latest(due), 'infinity'::date)) stored;
create index agreement_obligations_due on agreement_obligations (due_day, agreement_id)
  where status = 'open' and archived_at is null;
alter table follow_ups drop column due_on_a_day;

-- down
alter table follow_ups add column due_on_a_day boolean not null generated always as
  (coalesce(due ~ '^\d{4}-\d{2}-\d{2}$', false)) stored;
alter table agreement_obligations drop column due_day;
alter table agreement_obligations add column due_day date not null generated always as
  (case when due ~ '^\d{4}-\d{2}-\d{2}$' then public.partial_date_latest(due) else 'infinity'::date end) stored;
create index agreement_obligations_due on agreement_obligations (due_day, agreement_id)
  where status = 'open' and archived_at is null;
