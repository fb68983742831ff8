-- What a leader gives off an order from an amount on, out of their own fee (满 100 减 5).
alter table order_cycle
    add column discount_from_fen bigint,
    add column discount_off_fen bigint,
    add constraint order_cycle_discount_within_its_threshold
        check (discount_off_fen > 0 and discount_off_fen < discount_from_fen),
    add constraint order_cycle_discount_whole check ((discount_from_fen is null) = (discount_off_fen is null));
