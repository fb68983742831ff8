-- Never less than nothing goes back, also where the end was over before anybody looked, and never more than was paid.
alter table plan_subscription drop constraint plan_subscription_goes_back;
alter table plan_subscription add constraint plan_subscription_goes_back check (refund_fen = case when status = 'CANCELLED' then
    trunc(price_fen * greatest(least(floor(extract(epoch from ends_at - greatest(over_at, starts_at)) / 86400), days), 0) / days)
    else 0 end);
alter table plan_subscription add constraint plan_subscription_refund_is_of_its_price check (refund_fen between 0 and price_fen);

-- What binds a whole community, its points and whom all its leaders serve first, is an operator's to sell.
alter table plan add constraint plan_of_a_leader_is_a_price
    check (leader_id is null or points_percent = 100 and not served_first);
alter table plan_subscription add constraint plan_subscription_of_a_leader_is_a_price
    check (leader_id is null or points_percent = 100 and not served_first);
