-- For a statement of another module: whether this member is appointed to operate. What they may do as an operator asks for more.
create function is_appointed_operator(member_id uuid) returns boolean
language sql stable as $$
    select exists (select from member where id = member_id and operator and phone_proven_at is not null and parked_at is null)
$$;
