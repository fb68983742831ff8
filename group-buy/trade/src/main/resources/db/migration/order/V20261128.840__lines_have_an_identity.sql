-- What comes later refers to a line by its id; the item is what it was ordered from: a team's offer, or a product of a cycle.
alter table order_line add column id uuid not null default uuidv7(), add column item_id uuid;
alter table order_line add constraint order_line_id unique (community_id, id);
alter table order_line alter column id set default uuidv7();
update order_line l set item_id = o.offer_id from orders o
    where o.community_id = l.community_id and o.id = l.order_id and o.offer_id is not null;

-- The line that became fewer. Of changes from before, a line that is gone since gets an id of its own: nobody can ask for it any more.
alter table order_line_change add column line_id uuid;
alter table order_line_change disable trigger order_line_change_append_only;
update order_line_change c set line_id = coalesce(
    (select l.id from order_line l where l.community_id = c.community_id and l.order_id = c.order_id
        and l.product_name = c.product_name and l.spec = c.spec order by l.position limit 1), uuidv7());
alter table order_line_change enable trigger order_line_change_append_only;
alter table order_line_change alter column line_id set not null;
