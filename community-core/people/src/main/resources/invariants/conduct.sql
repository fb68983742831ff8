-- I-M1 What is hidden for the time being was reported by three people at least
select c.community_id, c.id from conduct_case c
where c.held_at is not null and (select count(distinct r.reporter_id) from conduct_report r
    where r.community_id = c.community_id and r.case_id = c.id) < 3;

-- I-M2 Every case keeps the words it is about, and what was decided is about words that were kept
select c.community_id, c.id from conduct_case c
where not exists (select from conduct_evidence e where e.community_id = c.community_id and e.case_id = c.id
    and e.version = coalesce(c.decided_version, e.version));

-- I-M3 Who wrote something, who decided and who decided the appeal are three people, and none of them reported it
select c.community_id, c.id from conduct_case c
where c.author_id in (c.decided_by, c.appeal_decided_by) or c.decided_by = c.appeal_decided_by
    or exists (select from conduct_report r where r.community_id = c.community_id and r.case_id = c.id
        and r.reporter_id in (c.decided_by, c.appeal_decided_by, c.author_id));

-- I-M4 What follows for a person follows from what was hidden of theirs and stayed so
select m.community_id, m.id from conduct_measure m join conduct_case c on c.community_id = m.community_id and c.id = m.case_id
where m.lifted_at is null
    and (c.decision is distinct from 'HIDDEN' or c.appeal_decision = 'OVERTURNED' or c.author_id <> m.member_id);

-- I-M5 Nobody is out for good by the word of one
select m.community_id, m.id from conduct_measure m
where m.kind = 'BAN' and (m.second_by is null or m.second_by = m.given_by);
