-- MODERATOR is written by an operator's hand. OWNER never had a writer and no right that a leader's, a moderator's or an
-- operator's role does not hold already.
alter table membership
    drop constraint membership_role_check,
    add constraint membership_role_check check (role in ('LEADER', 'MODERATOR', 'CURATOR', 'MEMBER'));
create index membership_moderators on membership (community_id, member_id) where role = 'MODERATOR';

create or replace function may_see(community uuid, viewer uuid, visible_from smallint) returns boolean
language plpgsql stable as $$
begin
    if visible_from is null then
        return true;
    end if;
    return viewer is not null and (exists (
            select from membership m
            where m.community_id = community and m.member_id = viewer and m.status = 'ACTIVE'
                and (m.level >= visible_from or m.role in ('LEADER', 'MODERATOR')))
        or is_appointed_operator(viewer));
end
$$;

-- How many belong to a community and signed in since then.
create function members_about(community uuid, since timestamptz) returns bigint
language sql stable as $$
    select count(*) from membership m
    where m.community_id = community and m.status = 'ACTIVE' and signed_in_since(m.member_id, since)
$$;
