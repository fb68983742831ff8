-- Pieces may leave a line of which something went back before, while they stayed: of their price only what did not go back yet goes
-- back then. "fen" says that, and this what of their price had gone back before.
alter table order_adjustment
    add column before_fen bigint not null default 0 check (before_fen >= 0),
    add constraint order_adjustment_before_of_pieces check (before_fen = 0 or was is not null);
