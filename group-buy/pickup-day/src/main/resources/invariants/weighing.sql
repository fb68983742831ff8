-- I-W1 [money] What went back for a weight is an allowance on the line
select w.community_id, w.order_id, w.product_id, w.refund_fen from weighed_line w
where w.settled_at is not null and w.refund_fen <> (
    select coalesce(sum(a.fen), 0) from order_adjustment a
    where a.community_id = w.community_id and a.order_id = w.order_id
        and a.kind = 'WEIGHED' and a.request_key = 'weight-' || w.product_id);

-- I-W2 A difference that was decided goes back within five minutes
select community_id, order_id, product_id, confirmed_at from weighed_line
where confirmed_at < now() - interval '5 minutes' and settled_at is null;
