-- What was written where, by whom and when, and a print of its letters by which the same words are known again. The words
-- themselves stand where they were written; nothing here knows what a kind is.
create table conduct_text (
    community_id uuid not null,
    kind text not null check (kind ~ '^[A-Z]{2,20}$'),
    code text not null,
    author_id uuid not null,
    fingerprint bigint,
    written_at timestamptz not null default now(),
    primary key (community_id, kind, code)
);
create index conduct_text_by_author on conduct_text (community_id, author_id, written_at desc);
create index conduct_text_alike on conduct_text (community_id, fingerprint, written_at desc) where fingerprint is not null;

-- Something written that somebody or a rule found not right (事项). One waits for each thing; a decision stays, and so does an
-- appeal's. Who wrote it, who decided and who decided the appeal are three people, and none of them reported it.
create table conduct_case (
    community_id uuid not null,
    id uuid not null,
    kind text not null check (kind ~ '^[A-Z]{2,20}$'),
    code text not null,
    author_id uuid not null,
    title text not null check (char_length(title) <= 80),
    severity smallint not null check (severity between 1 and 3),
    opened_at timestamptz not null default now(),
    due_at timestamptz not null,
    held_at timestamptz,
    decision text check (decision in ('HIDDEN', 'KEPT')),
    decided_at timestamptz,
    decided_by uuid,
    decided_for text check (decided_for in ('SPAM', 'FALSE', 'RUDE', 'ILLEGAL', 'PRIVACY', 'OTHER')),
    decided_reason text check (char_length(decided_reason) between 1 and 200),
    decided_version int,
    appealed_at timestamptz,
    appeal text check (char_length(appeal) <= 500),
    appeal_decision text check (appeal_decision in ('UPHELD', 'OVERTURNED')),
    appeal_decided_at timestamptz,
    appeal_decided_by uuid,
    appeal_reason text check (char_length(appeal_reason) between 1 and 200),
    primary key (community_id, id),
    constraint a_decision_is_whole check ((decision is null) = (decided_at is null)
        and (decision is null) = (decided_by is null) and (decision is null) = (decided_reason is null)
        and (decision is null) = (decided_version is null)),
    constraint what_is_hidden_is_hidden_for_something check ((decision = 'HIDDEN') is not true or decided_for is not null),
    constraint only_what_was_hidden_is_appealed check (appealed_at is null or (decision = 'HIDDEN') is true),
    constraint an_appeal_has_words check ((appealed_at is null) = (appeal is null)),
    constraint an_appeals_end_is_whole check ((appeal_decision is null) = (appeal_decided_at is null)
        and (appeal_decision is null) = (appeal_decided_by is null) and (appeal_decision is null) = (appeal_reason is null)),
    constraint an_end_follows_an_appeal check (appeal_decision is null or appealed_at is not null),
    constraint an_appeal_is_decided_by_another check (appeal_decided_by <> decided_by),
    constraint nobody_decides_about_their_own check (decided_by <> author_id and appeal_decided_by <> author_id)
);
create unique index conduct_case_waits on conduct_case (community_id, kind, code) where decision is null;
create index conduct_case_by_id on conduct_case (id);
create index conduct_case_open on conduct_case (due_at, id) where decision is null;
create index conduct_case_by_due on conduct_case (due_at, id);
create index conduct_case_appealed on conduct_case (due_at, id) where appealed_at is not null and appeal_decision is null;
create index conduct_case_of_author on conduct_case (author_id, opened_at desc);
create index conduct_case_decided on conduct_case (decided_at) where decision is not null;

-- The words as they were, version by version.
create table conduct_evidence (
    community_id uuid not null,
    case_id uuid not null,
    version int not null check (version > 0),
    words text not null check (char_length(words) <= 6000),
    taken_at timestamptz not null default now(),
    primary key (community_id, case_id, version),
    foreign key (community_id, case_id) references conduct_case (community_id, id)
);
-- a decision is about words that are kept; they are kept in the same transaction
alter table conduct_case add constraint decided_words_are_kept foreign key (community_id, id, decided_version)
    references conduct_evidence (community_id, case_id, version) deferrable initially deferred;

-- What a reader said is not right, about which version, and how much their word weighed then.
create table conduct_report (
    community_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    version int not null,
    reporter_id uuid not null,
    reason text not null check (reason in ('SPAM', 'FALSE', 'RUDE', 'ILLEGAL', 'PRIVACY', 'OTHER')),
    words text not null check (char_length(words) <= 500),
    weight smallint not null check (weight between 0 and 3),
    reported_at timestamptz not null default now(),
    primary key (community_id, id),
    unique (community_id, case_id, reporter_id),
    foreign key (community_id, case_id, version) references conduct_evidence (community_id, case_id, version)
);
create index conduct_report_by_reporter on conduct_report (reporter_id);

-- What a rule found by itself in a version.
create table conduct_finding (
    community_id uuid not null,
    case_id uuid not null,
    version int not null,
    rule text not null check (rule in ('PHONE', 'CONTACT', 'LINK', 'DUPLICATE', 'BURST', 'FIRST')),
    found text not null check (char_length(found) <= 100),
    found_at timestamptz not null default now(),
    primary key (community_id, case_id, version, rule),
    foreign key (community_id, case_id, version) references conduct_evidence (community_id, case_id, version)
);

create function conduct_stays() returns trigger language plpgsql as $$
begin
    raise exception '% is evidence and stays as it is', tg_table_name using errcode = 'check_violation';
end
$$;
-- words and what rules found in them may be emptied once a decision is half a year old, and changed never
create function conduct_over(community uuid, about uuid) returns boolean language sql stable as $$
    select exists (select from conduct_case c where c.community_id = community and c.id = about
        and greatest(c.decided_at, c.appealed_at, c.appeal_decided_at) < now() - interval '6 months')
$$;
create trigger conduct_evidence_stays before update on conduct_evidence
    for each row when (new.words <> '' or not conduct_over(old.community_id, old.case_id)
        or row (new.community_id, new.case_id, new.version, new.taken_at)
            is distinct from row (old.community_id, old.case_id, old.version, old.taken_at))
    execute function conduct_stays();
create trigger conduct_evidence_is_not_taken_away before delete on conduct_evidence
    for each row execute function conduct_stays();
create trigger conduct_finding_stays before update on conduct_finding
    for each row when (new.found <> '' or not conduct_over(old.community_id, old.case_id)
        or row (new.community_id, new.case_id, new.version, new.rule, new.found_at)
            is distinct from row (old.community_id, old.case_id, old.version, old.rule, old.found_at))
    execute function conduct_stays();
create trigger conduct_finding_is_not_taken_away before delete on conduct_finding
    for each row execute function conduct_stays();
-- a reporter's own words end with their account, and nothing else of a report ever changes
create trigger conduct_report_stays before update on conduct_report
    for each row when (new.words <> '' or row (new.community_id, new.id, new.case_id, new.version, new.reporter_id, new.reason,
        new.weight, new.reported_at) is distinct from row (old.community_id, old.id, old.case_id, old.version,
        old.reporter_id, old.reason, old.weight, old.reported_at))
    execute function conduct_stays();
create trigger conduct_report_is_not_taken_away before delete on conduct_report
    for each row execute function conduct_stays();
create trigger conduct_case_is_not_taken_away before delete on conduct_case
    for each row execute function conduct_stays();

create function conduct_case_guard() returns trigger language plpgsql as $$
begin
    if row (new.community_id, new.id, new.kind, new.code, new.author_id, new.title, new.opened_at)
            is distinct from row (old.community_id, old.id, old.kind, old.code, old.author_id, old.title, old.opened_at)
        or old.decision is not null and row (new.decision, new.decided_at, new.decided_by, new.decided_for,
            new.decided_reason, new.decided_version, new.severity, new.due_at, new.held_at)
            is distinct from row (old.decision, old.decided_at, old.decided_by, old.decided_for,
            old.decided_reason, old.decided_version, old.severity, old.due_at, old.held_at)
        or old.appealed_at is not null and new.appealed_at is distinct from old.appealed_at
        or old.appeal is not null and new.appeal is distinct from old.appeal and new.appeal <> ''
        or old.appeal_decision is not null and row (new.appeal_decision, new.appeal_decided_at, new.appeal_decided_by,
            new.appeal_reason) is distinct from row (old.appeal_decision, old.appeal_decided_at, old.appeal_decided_by,
            old.appeal_reason) then
        raise exception 'what was decided stays' using errcode = 'check_violation';
    end if;
    if new.held_at is not null and old.held_at is null and (select count(distinct r.reporter_id) from conduct_report r
            where r.community_id = new.community_id and r.case_id = new.id) < 3 then
        raise exception 'fewer than three hide nothing' using errcode = 'check_violation';
    end if;
    if exists (select from conduct_report r where r.community_id = new.community_id and r.case_id = new.id
            and r.reporter_id in (case when old.decision is null then new.decided_by end,
                case when old.appeal_decision is null then new.appeal_decided_by end)) then
        raise exception 'nobody decides what they reported' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger conduct_case_guarded before update on conduct_case
    for each row execute function conduct_case_guard();

-- What follows for a person (处置), step by step, each with an end but a warning and a ban; a ban by two people.
create table conduct_measure (
    community_id uuid not null,
    id uuid not null,
    member_id uuid not null,
    kind text not null check (kind in ('WARNING', 'MUTE', 'READ_ONLY', 'REMOVAL', 'BAN')),
    case_id uuid not null,
    reason text not null check (char_length(reason) between 1 and 200),
    begins_at timestamptz not null default now(),
    ends_at timestamptz,
    given_by uuid not null,
    second_by uuid,
    -- a removal that was served: they belong again
    served_at timestamptz,
    lifted_at timestamptz,
    lifted_by uuid,
    lifted_reason text check (char_length(lifted_reason) between 1 and 200),
    primary key (community_id, id),
    foreign key (community_id, case_id) references conduct_case (community_id, id),
    constraint a_ban_is_by_two check ((kind = 'BAN') = (second_by is not null) and second_by is distinct from given_by),
    constraint what_ends_says_when check ((kind in ('MUTE', 'READ_ONLY', 'REMOVAL')) = (ends_at is not null)
        and ends_at > begins_at),
    constraint nobody_judges_themselves check (given_by <> member_id and second_by is distinct from member_id),
    constraint a_lift_is_whole check ((lifted_at is null) = (lifted_reason is null))
);
-- one step for what was hidden once
create unique index conduct_measure_once on conduct_measure (community_id, case_id) where lifted_at is null;
create index conduct_measure_of on conduct_measure (member_id, community_id, begins_at desc);
create index conduct_measure_begun on conduct_measure (begins_at);
create trigger conduct_measure_is_not_taken_away before delete on conduct_measure
    for each row execute function conduct_stays();
create trigger conduct_measure_stays before update on conduct_measure
    for each row when (old.lifted_at is not null or old.served_at is not null and new.served_at is distinct from old.served_at
        or row (new.community_id, new.id, new.member_id, new.kind, new.case_id,
        new.reason, new.begins_at, new.ends_at, new.given_by, new.second_by) is distinct from row (old.community_id, old.id,
        old.member_id, old.kind, old.case_id, old.reason, old.begins_at, old.ends_at, old.given_by, old.second_by))
    execute function conduct_stays();

-- It follows from what was hidden of theirs and stays so, while they can appeal, and not by who reported it.
create function conduct_measure_guard() returns trigger language plpgsql as $$
declare about conduct_case;
begin
    select * into about from conduct_case c where c.community_id = new.community_id and c.id = new.case_id for update;
    if about.decision is distinct from 'HIDDEN' or about.appeal_decision is not null or about.author_id <> new.member_id then
        raise exception 'nothing follows from what is not hidden' using errcode = 'check_violation';
    end if;
    if exists (select from conduct_report r where r.community_id = new.community_id and r.case_id = new.case_id
            and r.reporter_id in (new.given_by, new.second_by)) then
        raise exception 'nobody judges whom they reported' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger conduct_measure_guarded before insert on conduct_measure
    for each row execute function conduct_measure_guard();

-- For what modules had written before there was this: it is known here since then.
create function conduct_knows(community uuid, what text, which text, author uuid, since timestamptz) returns void
language sql as $$
    insert into conduct_text (community_id, kind, code, author_id, written_at)
    values (community, what, which, author, since) on conflict do nothing
$$;

-- And what was reported before: open ones wait in the queue, with the words as they were.
create function conduct_takes_over(community uuid, what text, which text, author uuid, about text, reporter uuid, why text,
    said text, snapshot text, as_version int, since timestamptz) returns void
language plpgsql as $$
declare waiting uuid;
begin
    insert into conduct_case (community_id, id, kind, code, author_id, title, severity, opened_at, due_at)
    values (community, uuidv7(), what, which, author, about, 1, since, since + interval '72 hours')
    on conflict (community_id, kind, code) where decision is null do nothing;
    select c.id into waiting from conduct_case c
    where c.community_id = community and c.kind = what and c.code = which and c.decision is null;
    insert into conduct_evidence (community_id, case_id, version, words, taken_at)
    values (community, waiting, as_version, snapshot, since) on conflict do nothing;
    insert into conduct_report (community_id, id, case_id, version, reporter_id, reason, words, weight, reported_at)
    values (community, uuidv7(), waiting, as_version, reporter, why, said, 1, since) on conflict do nothing;
end
$$;
