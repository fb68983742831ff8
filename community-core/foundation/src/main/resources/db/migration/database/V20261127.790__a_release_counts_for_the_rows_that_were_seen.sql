-- One mark for each row that breaks a claim. A release covers the rows that were seen when it was given: one row whose sum
-- has grown is another row. What was released before is asked about anew.
alter table invariant_check add column broken_marks text[] not null default '{}';
alter table invariant_check add column released_marks text[];
