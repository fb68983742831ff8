-- For a statement of another module that needs it beside its own rows: one look instead of two. tuanju.member.Contact reads it.
create function contact_of(member_id uuid)
returns table (contact_name text, contact_phone text, contact_lane text, contact_building text, contact_unit text, contact_room text)
language sql stable as $$
    select name, phone, lane, building, unit, room from member where id = $1
$$;
