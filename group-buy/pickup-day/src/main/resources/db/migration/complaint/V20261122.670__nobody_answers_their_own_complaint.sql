-- What leaders report about their own orders the operator decides.
update complaint set with_leader = false where status = 'WAITING' and with_leader and reported_by = leader_id;
-- Not validated: what was decided before stays as it was, and is never rewritten.
alter table complaint add constraint complaint_not_with_its_reporter
    check (not (with_leader and reported_by = leader_id)) not valid;
