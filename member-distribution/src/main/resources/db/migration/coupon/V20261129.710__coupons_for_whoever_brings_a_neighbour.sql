-- Nobody claims these: both get one once the new neighbour's first order is completed.
alter table coupon_campaign drop constraint coupon_campaign_way_check;
alter table coupon_campaign add constraint coupon_campaign_way_check check (way in ('CLAIM', 'CODE', 'PACKET', 'INVITE'));
alter table coupon_campaign add constraint coupon_invite_is_flat check (way <> 'INVITE' or kind = 'AMOUNT' and not first_order);
