-- Pieces that those in line want: what comes free is theirs first. The rule stands in the statement that takes pieces.
alter table cycle_product add column waited int not null default 0 check (waited >= 0);
