-- Further kinds of organizations, agenda items and agreements; whether people meet in person or online; the part of the
-- day of an agenda item.

-- up
alter table organizations drop constraint organizations_kind_check, add constraint organizations_kind_check check (kind in
  ('municipality', 'government', 'ministry', 'embassy', 'consulate', 'agency', 'international_organization', 'party',
    'university', 'school', 'institute', 'research', 'company', 'chamber', 'association', 'federation', 'incubator',
    'science_centre', 'joint_lab', 'financial', 'other'));
alter table agreements drop constraint agreements_kind_check, add constraint agreements_kind_check check (kind in
  ('mou', 'moa', 'letter_of_intent', 'framework', 'joint_lab', 'sister_city', 'friendship_city', 'protocol',
    'implementing', 'joint_declaration', 'other'));
alter table agenda_items drop constraint agenda_items_kind_check, add constraint agenda_items_kind_check check (kind in
  ('opening', 'plenary', 'keynote', 'speech', 'panel', 'meeting', 'company_visit', 'site_visit', 'tour', 'workshop',
    'presentation', 'networking', 'signing', 'ceremony', 'award', 'launch', 'press', 'meal', 'transfer', 'reception',
    'rest'));
alter table agenda_items
  add column mode text check (mode in ('in_person', 'online', 'hybrid')),
  add column day_part text check (day_part in ('morning', 'midday', 'afternoon', 'evening')),
  add constraint agenda_items_one_hour check (starts_at is null or day_part is null);
alter table events add column mode text check (mode in ('in_person', 'online', 'hybrid'));

-- down
alter table events drop column mode;
alter table agenda_items drop constraint agenda_items_one_hour, drop column day_part, drop column mode;
alter table agenda_items drop constraint agenda_items_kind_check, add constraint agenda_items_kind_check check (kind in
  ('opening', 'keynote', 'speech', 'panel', 'meeting', 'company_visit', 'tour', 'workshop', 'presentation', 'signing',
    'ceremony', 'award', 'launch', 'press', 'meal', 'transfer', 'reception', 'rest'));
alter table agreements drop constraint agreements_kind_check, add constraint agreements_kind_check check (kind in
  ('mou', 'letter_of_intent', 'framework', 'joint_lab', 'sister_city', 'friendship_city', 'protocol', 'implementing',
    'joint_declaration', 'other'));
alter table organizations drop constraint organizations_kind_check, add constraint organizations_kind_check check (kind in
  ('municipality', 'government', 'agency', 'university', 'research', 'company', 'association', 'federation',
    'incubator', 'science_centre', 'joint_lab', 'financial', 'other'));
