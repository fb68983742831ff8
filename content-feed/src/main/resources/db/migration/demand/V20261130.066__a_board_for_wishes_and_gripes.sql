-- What a member wants or is not happy with (想要 / 吐槽), read by everybody who reads its community; the leader answers.
create table idea (
    community_id uuid not null,
    id uuid not null,
    code text not null,
    author_id uuid not null,
    kind text not null check (kind in ('WISH', 'GRIPE')),
    title text not null check (char_length(title) between 1 and 40),
    body text not null check (char_length(body) <= 1000),
    status text not null default 'RECEIVED' check (status in ('RECEIVED', 'PLANNED', 'TRYING', 'HERE', 'DECLINED')),
    -- the one that says the same and was kept; a merged idea stays as a page that leads there
    merged_into uuid,
    votable boolean not null generated always as (merged_into is null) stored,
    written_at timestamptz not null default now(),
    withdrawn_at timestamptz,
    primary key (community_id, id),
    unique (community_id, code),
    unique (community_id, id, votable),
    foreign key (community_id, merged_into) references idea (community_id, id),
    constraint an_idea_is_not_merged_into_itself check (merged_into <> id)
);
create index idea_by_author on idea (author_id);
create index idea_latest on idea (community_id, id desc) where withdrawn_at is null and merged_into is null;

-- One vote of a member for an idea; none is for a merged one. Each vote for what is still open takes a place, of which a member has
-- so many; what is here or declined gives it back.
create table idea_vote (
    community_id uuid not null,
    idea_id uuid not null,
    member_id uuid not null,
    place smallint check (place between 1 and 8),
    votable boolean not null default true check (votable),
    voted_at timestamptz not null default now(),
    primary key (community_id, idea_id, member_id),
    unique (community_id, member_id, place),
    foreign key (community_id, idea_id, votable) references idea (community_id, id, votable)
);
create index idea_vote_by_member on idea_vote (member_id);

-- What the leader said to it, for everybody to read: each step and why.
create table idea_answer (
    community_id uuid not null,
    idea_id uuid not null,
    id uuid not null,
    status text not null check (status in ('PLANNED', 'TRYING', 'HERE', 'DECLINED')),
    reason text not null check (char_length(reason) between 1 and 300),
    answered_by uuid not null,
    answered_at timestamptz not null default now(),
    primary key (community_id, idea_id, id),
    foreign key (community_id, idea_id) references idea (community_id, id)
);
create index idea_answer_by on idea_answer (answered_by);
