-- What a member was told (消息). The words are a message and its arguments, so that each reads them in their own language.
create table notification (
    member_id uuid not null,
    id uuid not null,
    subject text not null check (length(subject) between 1 and 200),
    topic text not null check (topic ~ '^[a-z][a-z0-9.-]{2,79}$'),
    arguments jsonb not null check (jsonb_typeof(arguments) = 'array'),
    link text not null check (link ~ '^/([^/\\].*)?$' and length(link) <= 300),
    told_at timestamptz not null default now(),
    read_at timestamptz check (read_at >= told_at),
    primary key (member_id, id)
);
-- the same member is told about the same subject once, however often it is said
create unique index notification_once on notification (member_id, subject);
create index notification_unread on notification (member_id) where read_at is null;
create index notification_by_age on notification (told_at);
