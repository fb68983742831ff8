-- Nobody claims these either: whoever has a plan that names one has one each month.
alter table coupon_campaign drop constraint coupon_campaign_way_check;
alter table coupon_campaign add constraint coupon_campaign_way_check
    check (way in ('CLAIM', 'CODE', 'PACKET', 'INVITE', 'GIFT', 'POINTS', 'PLAN'));
alter table coupon_campaign add constraint coupon_of_a_plan_is_monthly check (way <> 'PLAN' or not first_order);
