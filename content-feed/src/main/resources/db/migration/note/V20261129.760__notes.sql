-- By which code others meet somebody who writes; their id stands in no address.
create table note_author (
    member_id uuid primary key,
    code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$')
);

-- A note (笔记) as it reads now. Who may see it is told by tuanju.note.Sight and nowhere else.
create table note (
    community_id uuid not null,
    id uuid not null,
    code text not null,
    author_id uuid not null references note_author (member_id),
    title text not null check (char_length(title) between 1 and 40),
    body text not null check (char_length(body) <= 5000),
    pictures text[] not null check (cardinality(pictures) <= 9),
    topics text[] not null check (cardinality(topics) <= 5),
    visible_from smallint check (visible_from between 0 and 9),
    -- a link that earns its owner something stands in it; set by the program alone
    promoted boolean not null,
    version int not null default 1 check (version > 0),
    written_at timestamptz not null default now(),
    edited_at timestamptz,
    withdrawn_at timestamptz,
    hidden_at timestamptz,
    hidden_by uuid,
    hidden_reason text check (char_length(hidden_reason) between 1 and 200),
    primary key (community_id, id),
    unique (community_id, code),
    check ((hidden_at is null) = (hidden_by is null) and (hidden_at is null) = (hidden_reason is null)),
    check (withdrawn_at is not null or body <> '' or cardinality(pictures) > 0)
);
create index note_latest on note (community_id, id desc) where withdrawn_at is null;
create index note_by_author on note (author_id, id desc) where withdrawn_at is null;

-- What can be bought and is shown beside a note. Bought: its author had completed an order of it when the note was written.
create table note_card (
    community_id uuid not null,
    note_id uuid not null,
    position smallint not null check (position between 0 and 5),
    kind text not null check (kind in ('PRODUCT', 'OFFER', 'TEAM', 'CYCLE')),
    card_code text not null,
    bought boolean not null,
    primary key (community_id, note_id, position),
    unique (community_id, note_id, kind, card_code),
    foreign key (community_id, note_id) references note (community_id, id)
);

-- How a note read before, version by version; never changed, only forgotten with its author.
create table note_version (
    community_id uuid not null,
    note_id uuid not null,
    version int not null check (version > 0),
    title text not null,
    body text not null,
    cards text[] not null,
    replaced_at timestamptz not null default now(),
    primary key (community_id, note_id, version),
    foreign key (community_id, note_id) references note (community_id, id)
);

create table note_reaction (
    community_id uuid not null,
    note_id uuid not null,
    member_id uuid not null,
    kind text not null check (kind in ('USEFUL', 'FUN', 'WARM', 'GOOD')),
    reacted_at timestamptz not null default now(),
    primary key (community_id, note_id, member_id, kind),
    foreign key (community_id, note_id) references note (community_id, id)
);
create index note_reaction_by_member on note_reaction (member_id);

create table note_kept (
    community_id uuid not null,
    note_id uuid not null,
    member_id uuid not null,
    kept_at timestamptz not null default now(),
    primary key (community_id, note_id, member_id),
    foreign key (community_id, note_id) references note (community_id, id)
);
create index note_kept_by_member on note_kept (member_id, kept_at desc);

-- Two levels: an answer hangs under a comment, never under an answer.
create table note_comment (
    community_id uuid not null,
    id uuid not null,
    code text not null,
    note_id uuid not null,
    author_id uuid not null references note_author (member_id),
    level smallint not null check (level in (1, 2)),
    parent_id uuid,
    parent_level smallint generated always as (case when parent_id is null then null else 1 end) stored,
    body text not null check (char_length(body) <= 500),
    written_at timestamptz not null default now(),
    withdrawn_at timestamptz,
    hidden_at timestamptz,
    hidden_by uuid,
    hidden_reason text check (char_length(hidden_reason) between 1 and 200),
    primary key (community_id, id),
    unique (community_id, code),
    unique (community_id, note_id, id, level),
    foreign key (community_id, note_id) references note (community_id, id),
    foreign key (community_id, note_id, parent_id, parent_level) references note_comment (community_id, note_id, id, level),
    check ((level = 2) = (parent_id is not null)),
    check ((hidden_at is null) = (hidden_by is null) and (hidden_at is null) = (hidden_reason is null)),
    check (withdrawn_at is not null or body <> '')
);
create index note_comment_by_note on note_comment (community_id, note_id, parent_id, id);
create index note_comment_by_author on note_comment (author_id);

-- Whom somebody follows.
create table following (
    member_id uuid not null,
    other_id uuid not null references note_author (member_id),
    since timestamptz not null default now(),
    primary key (member_id, other_id),
    check (member_id <> other_id)
);
create index following_by_other on following (other_id);

-- Whom somebody does not want to read. Blocked: neither reads the other.
create table aversion (
    member_id uuid not null,
    other_id uuid not null references note_author (member_id),
    blocked boolean not null,
    since timestamptz not null default now(),
    primary key (member_id, other_id),
    check (member_id <> other_id)
);
create index aversion_by_other on aversion (other_id) where blocked;

-- What somebody said is not right, with the words as they were then; decided by an operator with a reason.
create table note_report (
    community_id uuid not null,
    id uuid not null,
    note_id uuid not null,
    comment_id uuid,
    reporter_id uuid not null,
    reason text not null check (reason in ('SPAM', 'FALSE', 'RUDE', 'ILLEGAL', 'OTHER')),
    words text not null check (char_length(words) <= 500),
    snapshot text not null check (char_length(snapshot) <= 5100),
    version int not null,
    reported_at timestamptz not null default now(),
    decision text check (decision in ('HIDDEN', 'KEPT')),
    decided_at timestamptz,
    decided_by uuid,
    decided_reason text check (char_length(decided_reason) between 1 and 200),
    primary key (community_id, id),
    foreign key (community_id, note_id) references note (community_id, id),
    foreign key (community_id, comment_id) references note_comment (community_id, id),
    check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)
        and (decision is null) = (decided_reason is null))
);
-- Said again before it was decided it is the same report.
create unique index note_report_once on note_report
    (community_id, note_id, coalesce(comment_id, note_id), reporter_id) where decision is null;
create index note_report_latest on note_report (id desc);
