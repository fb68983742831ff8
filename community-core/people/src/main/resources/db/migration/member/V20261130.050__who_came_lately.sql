-- Whether somebody signed in since then; for modules that count who is about.
create function signed_in_since(member uuid, since timestamptz) returns boolean
language sql stable as $$
    select exists (select from member m where m.id = signed_in_since.member and m.last_signed_in_at >= since)
$$;
