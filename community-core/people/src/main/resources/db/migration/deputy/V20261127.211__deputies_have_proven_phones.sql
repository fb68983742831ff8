-- Whoever stands in for a leader has shown that the phone is theirs.
create trigger deputy_has_a_proven_phone before insert on deputy
    for each row execute function refuse_unproven_phone('member_id');
