-- What calendars of others brought to agendas: which item each entry became, so that a later version of the calendar finds
-- it again, and what it held then.

-- up
create table imported_items (
  event_id uuid not null,
  uid text not null,
  -- Which repetition of the entry, or which of its days; empty where there is one.
  repetition text not null,
  item_id uuid not null,
  sequence integer not null,
  modified text,
  said jsonb not null,
  settled jsonb not null,
  primary key (event_id, uid, repetition)
);
create index imported_items_of_item on imported_items (item_id);

-- down
drop table imported_items;
