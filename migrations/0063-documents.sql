-- Files that records have, such as the letter that a source is: each is kept once, in pieces, by what is in it.

-- up
create table documents (
  checksum text primary key,
  media_type text not null check (media_type in ('application/pdf',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'image/gif', 'image/jpeg', 'image/png',
    'image/tiff', 'image/webp', 'text/plain')),
  size integer not null check (size > 0),
  created_at timestamptz(3) not null
);

create table document_pieces (
  checksum text not null references documents,
  number integer not null check (number >= 0),
  bytes bytea not null,
  primary key (checksum, number)
);
-- Most of what comes is compressed already.
alter table document_pieces alter column bytes set storage external;

select keep_unaltered('documents'), keep_unaltered('document_pieces');

alter table sources
  add column document_checksum text,
  add column document_name text,
  add constraint sources_document_known foreign key (document_checksum) references documents,
  add constraint sources_document_whole check (num_nulls(document_checksum, document_name) in (0, 2));

-- down
alter table sources drop column document_checksum, drop column document_name;
drop table document_pieces;
drop table documents;
