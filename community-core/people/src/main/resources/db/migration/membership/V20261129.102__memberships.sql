-- Who belongs to which community (成员), how far, and how it began. Whoever left or was sent away keeps the row, so that an
-- order does not bring back who said no.
create table membership (
    community_id uuid not null,
    member_id uuid not null,
    status text not null default 'ACTIVE' check (status in ('ACTIVE', 'LEFT', 'ENDED')),
    -- LEADER is written by what hears of appointments and by nothing else; OWNER, MODERATOR and CURATOR have no writer yet
    role text not null default 'MEMBER' check (role in ('OWNER', 'LEADER', 'MODERATOR', 'CURATOR', 'MEMBER')),
    -- what may be seen, given by a leader's hand alone: never by what somebody spent, and nothing is earned by it
    level smallint not null default 0 check (level between 0 and 9),
    source text not null check (source in ('OWN_ACT', 'ORDER', 'CLAIM', 'APPOINTMENT')),
    joined_at timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    ended_by uuid,
    ended_reason text check (char_length(ended_reason) between 1 and 200),
    primary key (community_id, member_id),
    constraint only_members_have_roles check (status = 'ACTIVE' or role = 'MEMBER'),
    constraint who_left_has_no_level check (status <> 'LEFT' or level = 0),
    constraint an_end_has_somebody_and_a_reason
        check ((status = 'ENDED') = (ended_by is not null) and (status = 'ENDED') = (ended_reason is not null))
);
create index membership_by_member on membership (member_id);
create index membership_latest on membership (community_id, joined_at desc, member_id desc);

create trigger membership_has_a_proven_phone before insert on membership
    for each row execute function refuse_unproven_phone('member_id');

-- Whether this viewer may see what is visible from this level: null is everybody, also who is not signed in; 0 every member of
-- the community, n members of level n and above. Whoever leads there sees all of it, and so does whoever operates. For the
-- statements of modules that keep such a column; tuanju.membership.Visibility says how it is kept.
create function may_see(community uuid, viewer uuid, visible_from smallint) returns boolean
language plpgsql stable as $$
begin
    if visible_from is null then
        return true;
    end if;
    return viewer is not null and (exists (
            select from membership m
            where m.community_id = community and m.member_id = viewer and m.status = 'ACTIVE'
                and (m.level >= visible_from or m.role in ('OWNER', 'LEADER', 'MODERATOR')))
        or is_appointed_operator(viewer));
end
$$;

-- For what a module's own rows say of the time before: these people belong here since then. Who left stays away.
create function belong(community uuid, member uuid, how text, since timestamptz) returns void
language sql as $$
    insert into membership (community_id, member_id, source, joined_at)
    select community, member, how, since where phone_is_proven(member)
    on conflict (community_id, member_id) do nothing
$$;

insert into membership (community_id, member_id, role, source, joined_at)
select leads_in, leader_id, 'LEADER', 'APPOINTMENT', leads_since from leaders_now() where phone_is_proven(leader_id);
