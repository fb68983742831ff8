-- When the money of a completed order became the community's. An import was paid elsewhere: there is nothing to settle.
alter table orders
    add column settled_at timestamptz,
    add constraint orders_settled_when_completed check (
        settled_at is null or (status in ('COMPLETED', 'REFUNDED') and kind <> 'IMPORT')
    );
-- Serves the settling, which only ever looks at these.
create index orders_to_settle on orders (collected_at, id)
    where status = 'COMPLETED' and kind <> 'IMPORT' and settled_at is null;
