-- What a leader says they took counts a moment later; until then they may take it back, which stays written down.
alter table offline_receipt
    add column counts_at timestamptz not null default now(),
    add column undone_by uuid,
    add column undone_at timestamptz,
    add constraint offline_receipt_undone_by_somebody check ((undone_at is null) = (undone_by is null)),
    add constraint offline_receipt_counts_for_good check (undone_at is null or undone_at < counts_at);
alter table offline_receipt drop constraint offline_receipt_once;
create unique index offline_receipt_once on offline_receipt (community_id, payment_code) where undone_at is null;
