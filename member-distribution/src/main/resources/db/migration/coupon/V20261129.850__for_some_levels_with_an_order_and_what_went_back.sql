-- Who may claim and use one: everybody, or where it says a level members of it and above, 0 being all members.
alter table coupon_campaign add column visible_from smallint check (visible_from between 0 and 9);

-- Nobody claims these either: whoever's order is handed over has one for the next.
alter table coupon_campaign drop constraint coupon_campaign_way_check;
alter table coupon_campaign add constraint coupon_campaign_way_check
    check (way in ('CLAIM', 'CODE', 'PACKET', 'INVITE', 'GIFT'));
alter table coupon_campaign add constraint coupon_gift_is_for_the_next check (way <> 'GIFT' or not first_order);

create table coupon_gift (
    community_id uuid not null,
    order_id uuid not null,
    campaign_id uuid not null,
    coupon_id uuid not null,
    primary key (community_id, order_id, campaign_id),
    foreign key (community_id, campaign_id) references coupon_campaign (community_id, id),
    foreign key (community_id, coupon_id) references coupon (community_id, id)
);

-- What went back of an order took its part of the coupon along: its campaign can give that again.
alter table coupon_use add column returned_fen bigint not null default 0;
alter table coupon_use add constraint coupon_part_that_went_back check (returned_fen between 0 and amount_fen);
alter table coupon_use add constraint coupon_part_of_what_is_given check (returned_fen = 0 or state = 'GIVEN');

-- Which of its order's coupons it is, in the order in which they were taken off.
alter table coupon_use add column nth smallint;
update coupon_use u set nth = n.nth from (
    select community_id, order_id, coupon_id,
        row_number() over (partition by community_id, order_id order by held_at, coupon_id) as nth
    from coupon_use) n
where n.community_id = u.community_id and n.order_id = u.order_id and n.coupon_id = u.coupon_id;
alter table coupon_use alter column nth set not null;
alter table coupon_use add constraint coupon_use_in_order check (nth > 0);
