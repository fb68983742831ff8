-- An account that its owner closed keeps its id, so that orders still balance, and nothing that says whose it was.
alter table member
    alter column phone drop not null,
    add column closed_at timestamptz,
    add constraint member_closed_says_nothing check (closed_at is null
        or parked_at is not null and phone is null and locale is null and name = '已注销'
            and lane = '' and building = '' and unit = '' and room = ''),
    add constraint member_open_has_a_phone check (phone is not null or closed_at is not null);

-- A code that closes an account opens none, and one that opens it does not close it.
alter table one_time_code
    drop constraint one_time_code_purpose_check,
    add constraint one_time_code_purpose_check check (purpose in ('SIGN_IN', 'API', 'CLOSE'));
