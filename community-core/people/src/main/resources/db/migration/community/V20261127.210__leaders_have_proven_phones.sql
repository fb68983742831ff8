-- Whoever leads here, or asks to, has shown that the phone is theirs. Ending it is always possible.
create trigger leader_has_a_proven_phone before insert or update on leader
    for each row when (new.revoked_at is null)
    execute function refuse_unproven_phone('member_id');

create trigger leader_application_has_a_proven_phone before insert or update on leader_application
    for each row when (new.status <> 'DECLINED')
    execute function refuse_unproven_phone('member_id');
