-- I-T1 An order came by a link of its own community and of somebody else
select a.community_id, a.order_id, a.link_id from attribution a
left join shared_link l on l.community_id = a.community_id and l.id = a.link_id and l.sharer_id = a.sharer_id
left join orders o on o.community_id = a.community_id and o.id = a.order_id and o.buyer_id = a.buyer_id
where l.id is null or o.id is null or a.buyer_id = a.sharer_id;

-- I-T1 A link leads to a page of its own community
select l.community_id, l.id, l.target_code from shared_link l
left join community c on c.id = l.community_id and c.short_code = left(l.target_code, 4)
where c.id is null or left(l.code, 4) <> left(l.target_code, 4);

-- I-T2 By which link an order came is not written once it was paid
select a.community_id, a.order_id, a.at from attribution a
join order_history h on h.community_id = a.community_id and h.order_id = a.order_id and h.to_status = 'PAID'
where h.at < a.at;

-- I-T2 By no link an order came that had been withdrawn before
select a.community_id, a.order_id, a.link_id from attribution a
join shared_link l on l.community_id = a.community_id and l.id = a.link_id
-- who withdraws while somebody orders may be a moment before
where l.withdrawn_at < a.at - interval '1 minute';
