-- The operator's list reads the first orders of each status and kind, newest first, of everybody or of one community, and
-- adds up what matches: all from these two, without the rows.
drop index orders_by_time;
drop index orders_of_community_by_time;
create index orders_by_status_and_time on orders (status, kind, placed_at desc, id desc)
    include (community_id, amount_fen);
create index orders_of_community_by_status_and_time on orders (community_id, status, kind, placed_at desc, id desc)
    include (amount_fen);
