-- Where and by whom agreements are concluded, where they come from, who approved them, and what led to them.

-- up
create table agreement_places (
  agreement_id uuid not null references agreements,
  place_id uuid not null,
  position integer not null,
  primary key (agreement_id, place_id),
  constraint agreement_places_place_known foreign key (place_id) references places
);
create index agreement_places_by_place on agreement_places (place_id);
insert into agreement_places (agreement_id, place_id, position)
select id, place_id, 0 from agreements where place_id is not null;
select keep_list_history('agreement_places', 'agreement_id', 'place_ids', 'place_id');

alter table agreements
  drop column place_id,
  add column virtual boolean not null default false,
  add column signed_at_item_id uuid,
  add column origin_event_id uuid,
  add column approved text,
  add column approved_by_organization_id uuid,
  add column approval_session text,
  add column approval_resolution text,
  add constraint agreements_item_known foreign key (signed_at_item_id) references agenda_items,
  add constraint agreements_item_of_event foreign key (signed_at_event_id, signed_at_item_id)
    references agenda_items (event_id, id),
  add constraint agreements_origin_known foreign key (origin_event_id) references events,
  add constraint agreements_approval_known foreign key (approved_by_organization_id) references organizations;
alter table agreements alter column virtual drop default;
create index agreements_by_item on agreements (signed_at_item_id) where signed_at_item_id is not null;
create index agreements_by_origin on agreements (origin_event_id) where origin_event_id is not null;
create index agreements_by_approval on agreements (approved_by_organization_id)
  where approved_by_organization_id is not null;

-- Who names the item of an agenda has named the event.
create function public.note_event_of_signature() returns trigger language plpgsql as $$
begin
  new.signed_at_event_id := (select i.event_id from public.agenda_items i where i.id = new.signed_at_item_id);
  return new;
end $$;
create trigger agreements_note_event before insert or update of signed_at_event_id, signed_at_item_id on agreements
  for each row when (new.signed_at_event_id is null and new.signed_at_item_id is not null)
  execute function note_event_of_signature();

alter table agreement_signatories
  add column on_behalf_of_person_id uuid,
  add column on_behalf_of_organization_id uuid,
  add constraint agreement_signatories_principal_known foreign key (on_behalf_of_person_id) references people,
  add constraint agreement_signatories_principal_organization_known foreign key (on_behalf_of_organization_id)
    references organizations,
  add constraint agreement_signatories_one_principal check
    (num_nonnulls(on_behalf_of_person_id, on_behalf_of_organization_id) < 2);
create index agreement_signatories_for_person on agreement_signatories (on_behalf_of_person_id)
  where on_behalf_of_person_id is not null;
create index agreement_signatories_for_organization on agreement_signatories (on_behalf_of_organization_id)
  where on_behalf_of_organization_id is not null;

alter table outcomes
  add column led_to_agreement_id uuid,
  add constraint outcomes_led_to_known foreign key (led_to_agreement_id) references agreements;
create index outcomes_by_led_to on outcomes (led_to_agreement_id) where led_to_agreement_id is not null;

-- down
alter table outcomes drop column led_to_agreement_id;
alter table agreement_signatories drop column on_behalf_of_person_id, drop column on_behalf_of_organization_id;
drop trigger agreements_note_event on agreements;
drop function public.note_event_of_signature();
alter table agreements
  drop column virtual, drop column signed_at_item_id, drop column origin_event_id, drop column approved,
  drop column approved_by_organization_id, drop column approval_session, drop column approval_resolution,
  add column place_id uuid,
  add constraint agreements_place_known foreign key (place_id) references places;
create index agreements_by_place on agreements (place_id);
update agreements a set place_id = p.place_id from agreement_places p where p.agreement_id = a.id and p.position = 0;
drop table agreement_places;
