-- What became of a line after it was sold, and whose loss that is: pieces that left the order, or part of the price that went
-- back while the goods stayed. Nobody decodes it from a word of another module any more.
alter table order_line_change rename to order_adjustment;
alter table order_adjustment rename column returned_fen to fen;
alter trigger order_line_change_append_only on order_adjustment rename to order_adjustment_append_only;
alter trigger order_line_change_no_truncate on order_adjustment rename to order_adjustment_no_truncate;

-- Without pieces the goods stayed; a line that is gone since cannot be named then.
alter table order_adjustment
    alter column was drop not null,
    alter column becomes drop not null,
    alter column line_id drop not null,
    add column kind text,
    add column bearer text,
    add column pieces int not null generated always as (coalesce(was - becomes, 0)) stored,
    add column request_key text check (char_length(request_key) between 1 and 100);

-- The words that told it until now.
create function order_adjustment_bearer(kind text) returns text language sql immutable as $$
    select case kind when 'SHORT' then 'SUPPLIER' when 'DAMAGED' then 'PLATFORM' when 'LEFT_OUT' then 'PLATFORM'
        when 'RETURNED' then 'PLATFORM' else 'NOBODY' end
$$;
alter table order_adjustment disable trigger order_adjustment_append_only;
update order_adjustment set kind = case
    when cause = 'never-collected' then 'RETURNED'
    when starts_with(cause, 'short-') then 'SHORT'
    else 'CANCELLED' end;
insert into order_adjustment (community_id, order_id, line_id, product_name, spec, kind, fen, at, actor_id, cause, request_key)
select a.community_id, a.order_id, (
        select l.id from order_line l
        where l.community_id = a.community_id and l.order_id = a.order_id and l.product_name = a.product_name
            and l.spec = a.spec order by l.position limit 1),
    a.product_name, a.spec, case
        when starts_with(a.request_key, 'weight-') then 'WEIGHED'
        when a.cause = 'damaged-at-pickup' then 'DAMAGED'
        when a.cause = 'short-at-pickup' then 'LEFT_OUT'
        when a.cause = 'never-collected' then 'RETURNED'
        else 'GOODWILL' end,
    a.amount_fen, a.at, a.actor_id, a.cause, a.request_key
from order_line_allowance a order by a.step;
update order_adjustment set bearer = order_adjustment_bearer(kind);
alter table order_adjustment enable trigger order_adjustment_append_only;
drop function order_adjustment_bearer(text);
drop table order_line_allowance;

alter table order_adjustment
    alter column kind set not null,
    alter column bearer set not null,
    add constraint order_adjustment_kind
        check (kind in ('SHORT', 'WEIGHED', 'DAMAGED', 'LEFT_OUT', 'CANCELLED', 'RETURNED', 'GOODWILL')),
    add constraint order_adjustment_bearer check (bearer in ('SUPPLIER', 'LEADER', 'PLATFORM', 'NOBODY')),
    -- what was only weighed, or called off before anybody bought it, is nobody's loss
    add constraint order_adjustment_of_nobody check (kind not in ('WEIGHED', 'CANCELLED') or bearer = 'NOBODY'),
    -- what did not come at all took its pieces along; the rest is what the goods are worth less
    add constraint order_adjustment_of_pieces check (case
        when kind in ('SHORT', 'CANCELLED') then was is not null
        when kind in ('WEIGHED', 'DAMAGED', 'LEFT_OUT', 'GOODWILL') then was is null
        else true end),
    add constraint order_adjustment_pieces_or_money check (
        (was is null) = (becomes is null) and (was is null or line_id is not null)
        and (was is null) = (request_key is not null) and (was is not null or (fen > 0 and discount_fen = 0))),
    add constraint order_adjustment_once unique (community_id, order_id, request_key);

-- As they were called before, for who reads them.
create view order_line_change as
select community_id, order_id, step, line_id, product_name, spec, was, becomes, fen as returned_fen, discount_fen, at, actor_id,
    cause, kind, bearer
from order_adjustment where was is not null;
create view order_line_allowance as
select community_id, order_id, step, line_id, product_name, spec, fen as amount_fen, at, actor_id, cause, request_key, kind, bearer
from order_adjustment where was is null;

-- As what a whole order was given back; its lines stay as they were.
alter table orders
    add column called_off_as text check (called_off_as in ('SHORT', 'CANCELLED', 'RETURNED')),
    add constraint orders_called_off_when_refunded check (called_off_as is null or status = 'REFUNDED');
update orders set called_off_as = case
    when change_cause = 'never-collected' then 'RETURNED'
    when starts_with(change_cause, 'short-') then 'SHORT'
    else 'CANCELLED' end
where status = 'REFUNDED';
