-- By operators, with the reason for the record; its author still reads it.
alter table idea
    add column hidden_at timestamptz,
    add column hidden_by uuid,
    add column hidden_reason text check (char_length(hidden_reason) between 1 and 200),
    add constraint who_hides_says_why
        check ((hidden_at is null) = (hidden_by is null) and (hidden_at is null) = (hidden_reason is null));

-- What is here, declined, taken back or hidden gives its votes' places back, whoever made it so.
create function give_votes_back() returns trigger
language plpgsql as $$
begin
    update idea_vote set place = null where community_id = new.community_id and idea_id = new.id and place is not null;
    return null;
end
$$;
create trigger idea_that_is_over_gives_votes_back after update of status, withdrawn_at, hidden_at on idea for each row
    when (new.withdrawn_at is not null or new.hidden_at is not null or new.status in ('HERE', 'DECLINED'))
    execute function give_votes_back();
