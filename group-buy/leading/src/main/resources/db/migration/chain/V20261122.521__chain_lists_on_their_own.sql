-- Chain lists are a module of their own now: their tables carry its name, and no foreign key leaves it.
alter table cycle_chain_list rename to chain_list;
alter table cycle_chain_fix rename to chain_fix;
alter table cycle_chain_order rename to chain_order;
alter table cycle_chain_line rename to chain_line;
alter table chain_list drop constraint cycle_chain_list_community_id_cycle_id_fkey;
alter table chain_order drop constraint cycle_chain_order_community_id_cycle_id_fkey;
