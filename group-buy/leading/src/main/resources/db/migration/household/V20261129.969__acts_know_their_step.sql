-- By which change an order went to another point or door, and when by that it was looked at: only as long as nobody has changed
-- it again is it taken back.
alter table household_act_part
    add column step bigint,
    add column looked_at timestamptz;

-- Serves whom a leader has reminded lately.
create index household_act_reminded on household_act (community_id, cycle_id, done_at) where kind = 'REMINDED';
