-- What a leader pasted holds names and doors of a whole group. The texts end some time after the pickup of their cycle, with their
-- lines and with whoever never had an order of them; those who have one are named by that order.
alter table chain_list add column forgotten_at timestamptz;
create index chain_list_remembered on chain_list (community_id, cycle_id) where forgotten_at is null;
alter table chain_list add constraint chain_list_forgotten_says_nothing
    check (forgotten_at is null or written = '' and self_name = '');
alter table chain_order drop constraint cycle_chain_order_name_check;
alter table chain_order add constraint chain_order_named_while_it_holds_an_order
    check (length(name) <= 40 and (name <> '' or order_id is null));
