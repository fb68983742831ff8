-- For a statement of another module that needs it beside other rows: what of these orders is to be paid by hand, and when what was
-- said of it counts.
create function payments_by_hand(community uuid, orders uuid[])
returns table (order_id uuid, amount_fen bigint, counts_at timestamptz)
language sql stable as $$
    select p.order_id, p.amount_fen, r.counts_at from payment p
    left join offline_receipt r on r.community_id = p.community_id and r.payment_code = p.code and r.undone_at is null
    where p.community_id = $1 and p.order_id = any($2) and p.provider = 'offline' and p.status = 'CREATED'
$$;
