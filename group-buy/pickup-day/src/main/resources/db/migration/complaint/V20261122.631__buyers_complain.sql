-- A buyer may report what they found in a bag, too; the operator decides about it.
alter table complaint add column by_buyer boolean not null default false;
alter table complaint add constraint complaint_of_buyer_waits check (not (by_buyer and by_leader));
-- While one line waits for its answer, its buyer does not report it again.
create unique index complaint_of_buyer_once on complaint (community_id, order_id, product_name, spec)
    where by_buyer and status = 'WAITING';
