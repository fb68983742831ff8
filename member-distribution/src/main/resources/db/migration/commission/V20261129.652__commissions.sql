-- What bringing a buyer is worth: the most specific rule that held when the order was placed. Always of that sale alone.
create table commission_rule (
    community_id uuid not null,
    id uuid not null,
    level int not null default 1 constraint commission_rule_one_level check (level = 1),
    scope text not null
        constraint commission_rule_scopes check (scope in ('PERSON', 'PRODUCT', 'CATEGORY', 'REFERRAL_TIER', 'COMMUNITY')),
    subject text not null check (length(subject) <= 60),
    -- as people read it
    called text not null check (length(called) <= 100),
    basis_points int not null constraint commission_rule_cap check (basis_points between 1 and 2000),
    made_by uuid not null,
    made_at timestamptz not null default now(),
    ended_at timestamptz,
    primary key (community_id, id),
    check (ended_at >= made_at),
    check ((scope = 'COMMUNITY') = (subject = '')),
    check (scope <> 'REFERRAL_TIER' or subject in ('10', '50'))
);
create unique index commission_rule_live on commission_rule (community_id, scope, subject) where ended_at is null;

-- One sale, one person: who brought its buyer by their own link. Nobody earns by the sales of others, whoever brought them.
create table commission (
    community_id uuid not null,
    order_id uuid not null,
    order_code char(14) not null,
    level int not null default 1 constraint commission_one_level check (level = 1),
    referrer_id uuid not null,
    buyer_id uuid not null,
    link_code char(14) not null,
    state text not null default 'PENDING' check (state in ('PENDING', 'CONFIRMED', 'VESTED')),
    -- why a person looks at it, and what they said
    reason text check (reason in ('PHONE', 'DOOR')),
    review text check (review in ('OPEN', 'ALLOWED', 'REFUSED')),
    reviewed_by uuid,
    placed_at timestamptz not null,
    made_at timestamptz not null default now(),
    settled_at timestamptz,
    complained boolean not null default false,
    fen bigint not null default 0 check (fen >= 0),
    -- what of it is in the books: nothing before the order is settled, nor while a person looks at it
    booked_fen bigint not null default 0 check (booked_fen >= 0),
    primary key (community_id, order_id),
    check (buyer_id <> referrer_id),
    check ((reason is null) = (review is null)),
    constraint commission_booked_when_settled check (booked_fen = 0 or settled_at is not null),
    check (booked_fen = 0 or coalesce(review, 'ALLOWED') = 'ALLOWED'),
    check ((state = 'VESTED') = (settled_at is not null))
);
create index commission_of_referrer on commission (referrer_id, placed_at desc, order_id);
create index commission_by_time on commission (placed_at desc, order_id);
create index commission_of_own_record on commission (community_id, referrer_id, settled_at) where settled_at is not null;

-- A line of the order with the rule that fired. What is kept of it only becomes less; fee and commission are at most a fifth.
create table commission_line (
    community_id uuid not null,
    order_id uuid not null,
    line_id uuid not null,
    position smallint not null,
    title text not null,
    scope text not null check (scope in ('PERSON', 'PRODUCT', 'CATEGORY', 'REFERRAL_TIER', 'COMMUNITY')),
    called text not null,
    basis_points int not null check (basis_points between 0 and 2000),
    fee_points int not null check (fee_points between 0 and 2000),
    base_fen bigint not null check (base_fen >= 0),
    kept_fen bigint not null constraint commission_line_kept check (kept_fen between 0 and base_fen),
    fen bigint not null generated always as (kept_fen * basis_points / 10000) stored,
    primary key (community_id, order_id, line_id),
    foreign key (community_id, order_id) references commission (community_id, order_id),
    constraint commission_line_cap check (basis_points + fee_points <= 2000)
);

create function commission_line_guard() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.kept_fen <= old.kept_fen
        and (new.community_id, new.order_id, new.line_id, new.basis_points, new.fee_points, new.base_fen, new.scope)
            = (old.community_id, old.order_id, old.line_id, old.basis_points, old.fee_points, old.base_fen, old.scope) then
        return new;
    end if;
    raise exception 'A commission stays as it was promised; only what is kept of its line may become less'
        using errcode = 'check_violation';
end $$;
create trigger commission_line_guard before update or delete on commission_line
    for each row execute function commission_line_guard();
create trigger commission_line_not_emptied before truncate on commission_line
    for each statement execute function commission_line_guard();
