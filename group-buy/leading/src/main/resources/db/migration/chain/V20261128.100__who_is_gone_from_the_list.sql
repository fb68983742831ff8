-- Which earlier list a pasted list goes on with: a cycle may have lists of several groups, and one of them says nothing about the others.
alter table chain_list add column continues uuid;

-- Gone from the newest list, and its leader said: keep the order, or cancel it until the name stands there again.
alter table chain_order
    add column kept_at timestamptz,
    add column gone_at timestamptz,
    add constraint chain_order_gone_holds_nothing check (gone_at is null or order_id is null);
