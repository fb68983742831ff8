-- Where the orders of this text are collected that name no point themselves; null for the cycle's main point.
alter table chain_list add column point_id uuid;
