-- Serve the operator's list of cycles, sorted by cut-off or by pickup, in either direction.
create index order_cycle_by_cut_off on order_cycle (cut_off desc, id desc);
create index order_cycle_by_pickup on order_cycle (pickup_from desc, id desc);
