-- What was answered under an idempotency key, so that a repeat gets the same answer. Written in the transaction of the
-- effect: a key is here if and only if its command was done. Refused commands leave nothing.
create table command_key (
    principal text not null,
    route text not null,
    key text not null,
    body_hash bytea not null check (octet_length(body_hash) = 32),
    -- null only inside the transaction that runs the command; json, not jsonb, to give back the same text
    answer json,
    created_at timestamptz not null default now(),
    primary key (principal, route, key)
);
create index command_key_by_age on command_key (created_at);

-- How often somebody did something lately, as one instant per key: when the allowance will be whole again. A try adds its
-- share of the period and is refused when that would reach further ahead than the period.
create table rate_limit (
    key text not null primary key,
    whole_again_at timestamptz not null
);
create index rate_limit_by_age on rate_limit (whole_again_at);
