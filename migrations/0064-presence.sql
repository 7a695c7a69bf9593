-- Who is present in a place is found along the relations that lead there.

-- up
create index organization_relations_of_place on organization_relations (to_place_id) where kind = 'present_in';

-- down
drop index organization_relations_of_place;
