-- The cycle this one repeats, so that the rounds of a series are known.
alter table order_cycle add column previous_id uuid;
alter table order_cycle add foreign key (community_id, previous_id) references order_cycle (community_id, id);
create index order_cycle_by_previous on order_cycle (community_id, previous_id) where previous_id is not null;
