create table member (
    id uuid not null primary key,
    phone text not null unique check (phone ~ '^1[3-9][0-9]{9}$'),
    name text not null check (char_length(name) between 1 and 20),
    -- null until they choose one; a code by text message is enough
    password_hash text,
    hue int not null check (hue between 0 and 359),
    operator boolean not null default false,
    -- a language tag; null follows the browser
    locale text,
    -- where they live, offered at checkout
    building text not null default '' check (char_length(building) <= 20),
    room text not null default '' check (char_length(room) <= 20),
    created_at timestamptz not null default now(),
    version int not null default 0
);

-- Six-digit codes sent by text message: kept as a keyed hash, bound to a phone, a purpose and the browser that asked.
create table one_time_code (
    id uuid not null primary key,
    phone text not null,
    purpose text not null check (purpose in ('SIGN_IN')),
    request_hash bytea not null,
    code_hash bytea not null check (octet_length(code_hash) = 32),
    tries smallint not null default 0 check (tries between 0 and 5),
    sent_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz
);
create index one_time_code_by_phone on one_time_code (phone, sent_at desc);
create index one_time_code_by_age on one_time_code (sent_at);

-- Text messages that were not really sent (development): the outbox page shows them.
create table sms_outbox (
    id uuid not null primary key,
    phone text not null,
    text text not null,
    at timestamptz not null default now()
);
create index sms_outbox_by_phone on sms_outbox (phone, id desc);

-- Bearer tokens for the API: only their SHA-256 is kept.
create table api_token (
    hash bytea not null primary key check (octet_length(hash) = 32),
    member_id uuid not null references member (id) on delete cascade,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
);
create index api_token_by_member on api_token (member_id);
create index api_token_by_expiry on api_token (expires_at);
