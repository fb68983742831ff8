-- I-A1 [money] A complaint that was given went back for its line, of its amount and under its key
select c.community_id, c.id, c.given_fen from complaint c
where c.status = 'GIVEN' and not exists (
    select from order_adjustment a
    where a.community_id = c.community_id and a.order_id = c.order_id and a.request_key = 'complaint-' || c.id
        and a.fen = c.given_fen and a.product_name = c.product_name and a.spec = c.spec);

-- I-A2 [money] What waits or was declined gave nothing back
select c.community_id, c.id from complaint c
join order_adjustment a on a.community_id = c.community_id and a.order_id = c.order_id
    and a.request_key = 'complaint-' || c.id
where c.status <> 'GIVEN';

-- I-A3 What leaders gave without asking is what their allowances say
select community_id, sum(fen) from (
    select community_id, given_fen as fen from complaint where by_leader
    union all select community_id, -spent_fen from complaint_allowance) given
group by community_id having sum(fen) <> 0;
