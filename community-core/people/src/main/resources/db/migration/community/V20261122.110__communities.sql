create table community (
    id uuid not null primary key,
    -- begins every public code of the community (Crockford base 32)
    short_code text not null unique check (short_code ~ '^[0-9A-HJKMNP-TV-Z]{4}$'),
    name text not null check (char_length(name) between 1 and 40),
    place text not null check (char_length(place) <= 80),
    zone text not null default 'Asia/Shanghai',
    created_at timestamptz not null default now(),
    closed_at timestamptz
);

-- Who leads (团长) a community, and since when; a revoked leader keeps the row.
create table leader (
    community_id uuid not null references community (id),
    member_id uuid not null,
    appointed_at timestamptz not null default now(),
    appointed_by uuid not null,
    revoked_at timestamptz,
    revoked_by uuid,
    revoked_reason text,
    primary key (community_id, member_id),
    check ((revoked_at is null) = (revoked_by is null)),
    check (revoked_at is null or revoked_reason <> '')
);
create index leader_by_member on leader (member_id) where revoked_at is null;

-- A member asks to lead a community, one that is there or a new one.
create table leader_application (
    id uuid not null primary key,
    member_id uuid not null,
    community_id uuid references community (id),
    community_name text not null check (char_length(community_name) between 1 and 40),
    place text not null check (char_length(place) <= 80),
    reason text not null check (char_length(reason) between 1 and 500),
    status text not null default 'PENDING' check (status in ('PENDING', 'APPROVED', 'DECLINED')),
    applied_at timestamptz not null default now(),
    decided_at timestamptz,
    decided_by uuid,
    decision_reason text,
    version int not null default 0,
    check ((status = 'PENDING') = (decided_at is null)),
    check ((decided_at is null) = (decided_by is null)),
    check (status <> 'DECLINED' or decision_reason <> '')
);
create unique index leader_application_one_pending on leader_application (member_id) where status = 'PENDING';
create index leader_application_waiting on leader_application (applied_at) where status = 'PENDING';

-- Where people collect (自提点).
create table pickup_point (
    community_id uuid not null references community (id),
    id uuid not null,
    leader_id uuid not null,
    name text not null check (char_length(name) between 1 and 40),
    area text not null check (char_length(area) <= 80),
    address text not null check (char_length(address) between 1 and 120),
    hours text not null check (char_length(hours) <= 60),
    instructions text not null default '' check (char_length(instructions) <= 300),
    created_at timestamptz not null default now(),
    closed_at timestamptz,
    version int not null default 0,
    primary key (community_id, id)
);
create index pickup_point_by_leader on pickup_point (leader_id);
