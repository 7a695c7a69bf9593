-- What is published stands as it was published, its parts with it.

-- up
-- The status that an item was published with, also where the caller may not see it.
create function public.published_status(publication uuid, item uuid) returns text
language sql stable strict parallel safe as $$
  select n.status from public.published_items n where n.publication_id = publication and n.item_id = item
$$;

-- down
drop function public.published_status(uuid, uuid);
