-- What one costs in points; nobody has it otherwise.
alter table coupon_campaign add column points_price int check (points_price between 1 and 100000);
alter table coupon_campaign drop constraint coupon_campaign_way_check;
alter table coupon_campaign add constraint coupon_campaign_way_check
    check (way in ('CLAIM', 'CODE', 'PACKET', 'INVITE', 'GIFT', 'POINTS'));
alter table coupon_campaign add constraint coupon_for_points_has_a_price check ((way = 'POINTS') = (points_price is not null));
