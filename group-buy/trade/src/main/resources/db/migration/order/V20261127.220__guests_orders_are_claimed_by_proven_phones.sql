-- An imported order names its guest by a phone: only who has shown that it is theirs gets it, pickup code and all.
create trigger order_is_claimed_by_a_proven_phone before insert on orders
    for each row when (new.kind = 'IMPORT' and new.buyer_id is not null)
    execute function refuse_unproven_phone('buyer_id');

create trigger order_goes_to_a_proven_phone before update of buyer_id on orders
    for each row when (new.kind = 'IMPORT' and new.buyer_id is not null and new.buyer_id is distinct from old.buyer_id)
    execute function refuse_unproven_phone('buyer_id');
