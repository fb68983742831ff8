-- What is hidden for the time being has nobody who decided it yet, and no reason.
alter table note drop constraint note_check,
    add constraint who_hides_says_why check ((hidden_by is null) = (hidden_reason is null)
        and (hidden_by is null or hidden_at is not null));
alter table note_comment drop constraint note_comment_check1,
    add constraint who_hides_says_why check ((hidden_by is null) = (hidden_reason is null)
        and (hidden_by is null or hidden_at is not null));

select conduct_knows(community_id, 'NOTE', code, author_id, written_at) from note;
select conduct_knows(community_id, 'COMMENT', code, author_id, written_at) from note_comment;
select conduct_takes_over(r.community_id, case when c.id is null then 'NOTE' else 'COMMENT' end, coalesce(c.code, n.code),
    coalesce(c.author_id, n.author_id), n.title, r.reporter_id, r.reason, r.words, r.snapshot, r.version, r.reported_at)
from note_report r join note n on n.community_id = r.community_id and n.id = r.note_id
    left join note_comment c on c.community_id = r.community_id and c.id = r.comment_id
where r.decision is null and r.reporter_id <> coalesce(c.author_id, n.author_id) order by r.id;

-- what was decided before stays with its note: hidden_by, hidden_reason, and in the audit trail
drop table note_report;
