-- For a statement of another module that needs it beside its own rows. tuanju.community.PickupPointCard reads it.
create function pickup_point_card(community uuid, point uuid)
returns table (point_id uuid, point_name text, point_area text, point_address text, point_hours text, point_instructions text,
    point_leader uuid, point_open boolean, point_photo text)
language sql stable as $$
    select id, name, area, address, hours, instructions, leader_id, closed_at is null, photo
    from pickup_point where community_id = $1 and id = $2
$$;
