-- Addresses name a batch by its id alone.
create unique index payout_batch_by_id on payout_batch (id);
