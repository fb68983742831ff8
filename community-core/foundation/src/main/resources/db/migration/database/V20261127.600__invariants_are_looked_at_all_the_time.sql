-- How each claim about the data stood when it was last looked at. A claim that is no longer made is forgotten.
create table invariant_check (
    claim text not null primary key,
    -- what breaks it may send money to the wrong place, so none leaves while it is broken
    money boolean not null,
    checked_at timestamptz,
    next_at timestamptz not null default now(),
    took_ms bigint not null default 0 check (took_ms >= 0),
    broken_since timestamptz,
    broken_rows int not null default 0,
    -- ids, amounts, times and states of the first rows; never a name, a phone or a word somebody wrote
    sample text not null default '',
    -- it could not be looked at since then: the statement took too long or failed
    unseen_since timestamptz,
    -- somebody answers for it that money leaves although it is broken, for so many rows and no more
    released_at timestamptz,
    released_by uuid,
    released_because text,
    released_rows int,
    constraint invariant_check_broken_has_rows check ((broken_since is null) = (broken_rows = 0)),
    constraint invariant_check_release_is_whole check (
        num_nulls(released_at, released_by, released_because, released_rows) in (0, 4)),
    constraint invariant_check_only_broken_is_released check (released_at is null or broken_since is not null)
);
