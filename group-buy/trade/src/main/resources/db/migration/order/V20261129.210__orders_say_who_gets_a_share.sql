-- Who gets a share of an order once it is completed, as it was when the order was placed. The places keep the law: one fee, and
-- one commission, which reaches one person; what anybody else gets follows.
create table order_entitlement (
    community_id uuid not null,
    order_id uuid not null,
    position smallint not null,
    kind text not null,
    -- null: whoever hands the order over
    member_id uuid,
    basis_points int not null check (basis_points between 1 and 10000),
    -- what the lines that it is counted from cost then
    base_fen bigint not null check (base_fen >= 0),
    primary key (community_id, order_id, position),
    foreign key (community_id, order_id) references orders (community_id, id),
    constraint order_entitlement_kind check (case kind
        when 'LEADER_FEE' then position = 1 when 'COMMISSION' then position = 2 when 'SUPPLIER' then position > 2
        else false end),
    constraint order_entitlement_whose check ((kind = 'LEADER_FEE') = (member_id is null)),
    constraint order_entitlement_cap check (kind = 'SUPPLIER' or basis_points <= 2000)
);
create trigger order_entitlement_append_only before update or delete on order_entitlement
    for each row execute function order_history_append_only();
create trigger order_entitlement_no_truncate before truncate on order_entitlement
    for each statement execute function order_history_append_only();

-- A fee alone is within the cap by its own row; only who comes beside it is looked at again.
create function order_entitlement_within() returns trigger language plpgsql as $$
begin
    if exists (
        select from order_entitlement e where e.community_id = new.community_id and e.order_id = new.order_id
        having sum(e.basis_points) filter (where e.kind <> 'SUPPLIER') > 2000 or sum(e.basis_points) > 10000) then
        raise exception 'more of order % is promised than it may give', new.order_id
            using errcode = 'check_violation', constraint = 'order_entitlement_cap';
    end if;
    return null;
end $$;
create constraint trigger order_entitlement_within after insert on order_entitlement
    deferrable initially deferred for each row when (new.kind <> 'LEADER_FEE')
    execute function order_entitlement_within();
