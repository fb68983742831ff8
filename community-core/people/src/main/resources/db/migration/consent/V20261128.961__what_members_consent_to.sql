-- Each time a member consents to a purpose in words of one version, and when they took it back: what was allowed when stays readable.
create table consent (
    member_id uuid not null,
    purpose text not null check (purpose ~ '^[a-z]+(-[a-z]+)*$' and length(purpose) <= 40),
    version integer not null check (version > 0),
    given_at timestamptz not null default clock_timestamp(),
    withdrawn_at timestamptz,
    primary key (member_id, purpose, given_at),
    check (withdrawn_at >= given_at)
);
create unique index consent_that_stands on consent (member_id, purpose) where withdrawn_at is null;
