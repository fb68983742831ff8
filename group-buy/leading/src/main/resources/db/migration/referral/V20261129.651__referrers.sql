-- Who earns by bringing buyers to a community: whoever accepted its terms. Their account is theirs there, and no way to pay.
create table referrer (
    community_id uuid not null,
    member_id uuid not null,
    account_id uuid not null,
    since timestamptz not null default now(),
    primary key (community_id, member_id),
    unique (account_id)
);
create index referrer_of_member on referrer (member_id, community_id);

-- Which version of the terms, and when. Nothing is earned by an order that was placed before.
create table referrer_acceptance (
    community_id uuid not null,
    member_id uuid not null,
    version int not null check (version > 0),
    accepted_at timestamptz not null default now(),
    primary key (community_id, member_id, version),
    foreign key (community_id, member_id) references referrer (community_id, member_id)
);
