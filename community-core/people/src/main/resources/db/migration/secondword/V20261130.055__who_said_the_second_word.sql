-- Who confirmed a proposal, for what is written in the same transaction; null while nobody did.
create function who_said_the_second_word(proposal uuid) returns uuid
language sql stable as $$
    select decided_by from second_word where id = proposal and status = 'CONFIRMED'
$$;
