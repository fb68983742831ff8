-- What the place looks like; shown to people with an order there.
alter table pickup_point add column photo text;
