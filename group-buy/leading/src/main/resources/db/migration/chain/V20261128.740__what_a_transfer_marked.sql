-- What a use of a transfer noted as taken, so that taking it back takes back nothing else of the order.
alter table transfer_use add column taken_id uuid;
-- Both were written in one transaction, whose time both carry.
update transfer_use u set taken_id = coalesce((
    select t.id from order_taken_by_hand t
    join chain_order c on c.community_id = u.community_id and c.id = u.guest_id
    where t.community_id = u.community_id and t.order_id in (c.order_id, c.earlier_order_id)
        and t.cause = 'LIST' and t.taken_at = u.used_at
    limit 1),
    -- nothing was noted, or of an order that is gone: an id that nothing has
    uuidv7());
alter table transfer_use alter column taken_id set not null;
create index transfer_use_of_transfer on transfer_use (community_id, transfer_id);
create index transfer_use_of_guest on transfer_use (community_id, guest_id) where undone_at is null;

-- Texts of transfers hold names of whoever sent a leader money. They end some time after the pickup of their cycle: lines and
-- names go, what an order was paid with stays without them.
alter table transfer_list add column forgotten_at timestamptz;
create index transfer_list_remembered on transfer_list (community_id, cycle_id) where forgotten_at is null;
alter table transfer drop constraint transfer_payer_check;
alter table transfer add constraint transfer_payer_check check (length(payer) <= 40);
