-- What a piece costs on other days, where its buyer paid the price of a member day; null where it was the usual one.
alter table order_line add column usual_price_fen bigint;
alter table order_line add constraint order_line_usual_is_more check (usual_price_fen > unit_price_fen);
