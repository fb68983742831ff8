-- Pieces a leader opens after the cut-off: more came than was ordered, or the supplier has some more.
alter table cycle_product
    add column late_pieces int not null default 0 check (late_pieces between 0 and 9999),
    add column late_taken int not null default 0,
    add constraint cycle_product_late_within check (late_taken between 0 and late_pieces);

-- Ordered after the cut-off out of those pieces: given at once, no case to fill.
alter table cycle_reservation
    add column late boolean not null default false,
    add constraint cycle_reservation_late_given check (not late or given = quantity);
