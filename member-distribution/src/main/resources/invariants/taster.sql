-- I-H2 Nobody brings more new finds in a month than was agreed, and each is counted in the month in which it was brought
select t.community_id, t.taster_id, t.month from tasting t
group by t.community_id, t.taster_id, t.month
having count(*) > max(t.most) or bool_or(t.month <> date_trunc('month', t.scouted_at at time zone 'Asia/Shanghai')::date);
