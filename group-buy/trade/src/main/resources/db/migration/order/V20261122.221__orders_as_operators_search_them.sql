-- Serve the operator's list: newest first, of everybody or of one community, and by the last four digits of a phone.
create index orders_by_time on orders (placed_at desc, id desc);
create index orders_of_community_by_time on orders (community_id, placed_at desc, id desc);
create index orders_by_last_four on orders (right(masked_phone, 4), placed_at desc);
