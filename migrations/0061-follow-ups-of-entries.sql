-- A follow-up may also come from an entry, as where a question was left open, or from nothing but the office's own wish.

-- up
alter table follow_ups
  add column entry_id uuid,
  add constraint follow_ups_entry_known foreign key (entry_id) references entries,
  drop constraint follow_ups_one_origin,
  add constraint follow_ups_one_origin check
    (num_nonnulls(event_id, agenda_item_id, outcome_id, agreement_id, obligation_id, entry_id) < 2);
create index follow_ups_of_entry on follow_ups (entry_id) where entry_id is not null;
select keep_references_in_use('follow_ups');

-- down
delete from follow_ups where num_nonnulls(event_id, agenda_item_id, outcome_id, agreement_id, obligation_id) = 0;
alter table follow_ups
  drop constraint follow_ups_one_origin,
  drop column entry_id,
  add constraint follow_ups_one_origin check
    (num_nonnulls(event_id, agenda_item_id, outcome_id, agreement_id, obligation_id) = 1);
select keep_references_in_use('follow_ups');
