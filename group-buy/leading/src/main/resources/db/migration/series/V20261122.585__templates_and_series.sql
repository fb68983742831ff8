-- A cycle a leader keeps to begin others from: products, prices, limits, points and times between them are the cycle's own.
create table cycle_template (
    community_id uuid not null,
    id uuid not null,
    leader_id uuid not null,
    cycle_id uuid not null,
    name text not null check (char_length(name) between 1 and 80),
    kept_at timestamptz not null default now(),
    primary key (community_id, id),
    unique (community_id, leader_id, cycle_id)
);

-- A cycle that comes again by itself every week or two. The next round is opened, or waits for its leader.
create table cycle_series (
    community_id uuid not null,
    id uuid not null,
    leader_id uuid not null,
    -- its first round; the others name the one before them
    cycle_id uuid not null,
    every_weeks int not null check (every_weeks in (1, 2)),
    -- Monday is 1
    weekday int not null check (weekday between 1 and 7),
    at time not null,
    opens boolean not null,
    next_at timestamptz not null,
    begun_at timestamptz not null default now(),
    paused_at timestamptz,
    ended_at timestamptz,
    last_at timestamptz,
    last_outcome text check (last_outcome in ('OPENED', 'WAITING', 'SKIPPED', 'FAILED')),
    primary key (community_id, id),
    check ((last_at is null) = (last_outcome is null))
);
create unique index cycle_series_once on cycle_series (community_id, cycle_id) where ended_at is null;
-- Serves the sweep, which only ever looks at what is due.
create index cycle_series_due on cycle_series (next_at) where paused_at is null and ended_at is null;
