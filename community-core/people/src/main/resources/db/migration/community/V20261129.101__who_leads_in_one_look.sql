-- For a statement of another module: everybody who leads a community now, and since when.
create function leaders_now() returns table (leads_in uuid, leader_id uuid, leads_since timestamptz)
language sql stable as $$
    select community_id, member_id, appointed_at from leader where revoked_at is null
$$;
