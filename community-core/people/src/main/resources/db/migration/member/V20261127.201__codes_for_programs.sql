-- A program has no browser session: its codes are bound to the phone and to what they are for.
alter table one_time_code
    alter column request_hash drop not null,
    drop constraint one_time_code_purpose_check,
    add constraint one_time_code_purpose_check check (purpose in ('SIGN_IN', 'API')),
    add constraint one_time_code_of_a_browser_or_a_program check ((request_hash is null) = (purpose = 'API'));
