-- What a buyer reports within the leader's allowance, the leader answers first: gives it back, or passes it on to the operator.
alter table complaint
    add column leader_id uuid,
    add column with_leader boolean not null default false,
    add column leader_word text not null default '' check (char_length(leader_word) <= 200);
alter table complaint drop constraint complaint_of_buyer_waits;
alter table complaint add constraint complaint_with_its_leader check (not with_leader or by_buyer and leader_id is not null);
-- A buyer's complaint is carried by the allowance of the leader it was with, and by nobody else's.
alter table complaint add constraint complaint_given_by_its_leader
    check (not (by_buyer and by_leader) or with_leader and decided_by is not distinct from leader_id);
-- Serves a leader's page, and the note of their day.
create index complaint_of_leader on complaint (leader_id, id) where leader_id is not null;
