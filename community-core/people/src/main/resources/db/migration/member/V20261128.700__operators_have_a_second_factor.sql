-- The authenticator app of an operator: a secret sealed under this installation's, and the last step of 30 s whose code was
-- taken. A new app is a new row, so that whatever was opened with the one before closes with it.
create table second_factor (
    id uuid not null primary key,
    member_id uuid not null unique references member (id) on delete cascade,
    sealed bytea not null check (octet_length(sealed) between 40 and 100),
    last_step bigint not null check (last_step > 0),
    since timestamptz not null default now(),
    unique (id, member_id)
);

create function refuse_a_code_of_before() returns trigger
language plpgsql as $$
begin
    raise exception 'a code of a second factor is good once' using errcode = 'check_violation';
end
$$;
create trigger second_factor_takes_each_code_once before update on second_factor
    for each row when (new.last_step <= old.last_step
        or row (new.id, new.member_id, new.sealed, new.since) is distinct from row (old.id, old.member_id, old.sealed, old.since))
    execute function refuse_a_code_of_before();

-- For who has lost the app: random words of 80 bits, kept as their SHA-256.
create table recovery_code (
    second_factor_id uuid not null references second_factor (id) on delete cascade,
    hash bytea not null check (octet_length(hash) = 32),
    used_at timestamptz,
    primary key (second_factor_id, hash)
);
create trigger recovery_code_is_good_once before update on recovery_code
    for each row when (old.used_at is not null or new.used_at is null
        or row (new.second_factor_id, new.hash) is distinct from row (old.second_factor_id, old.hash))
    execute function refuse_a_code_of_before();

-- With which one a token was opened; null for a token that is its member's, not the operator's.
alter table api_token
    add column second_factor_id uuid,
    add constraint token_was_opened_with_its_members_own_factor foreign key (second_factor_id, member_id)
        references second_factor (id, member_id) on delete cascade;
create index api_token_by_second_factor on api_token (second_factor_id) where second_factor_id is not null;
