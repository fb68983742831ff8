-- Serves the operators' page of parked accounts; few are.
create index member_parked on member (parked_at desc) where parked_at is not null;
