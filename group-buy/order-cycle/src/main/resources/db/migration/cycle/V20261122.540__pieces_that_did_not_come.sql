-- Pieces that were taken and ordered but did not come, or came damaged: the order holds that many fewer. They stay taken,
-- for nobody else can have them.
alter table cycle_reservation
    add column missing int not null default 0 check (missing >= 0),
    add constraint cycle_reservation_missing_within check (missing <= coalesce(given, quantity + tolerance));
