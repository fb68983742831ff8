-- What was not paid of an order when its bag, or a part of it, went all the same: whoever gave it said yes to that.
alter table handover add column unpaid_fen bigint not null default 0 check (unpaid_fen >= 0);
alter table handover_part add column unpaid_fen bigint not null default 0 check (unpaid_fen >= 0);
