-- Serves who answers: what waits stands before what was answered, the newest first, page by page.
create index member_shop_wish_waiting_first on member_shop_wish (community_id, shop_id, (answer is not null), id desc);
drop index member_shop_wish_of_shop;
