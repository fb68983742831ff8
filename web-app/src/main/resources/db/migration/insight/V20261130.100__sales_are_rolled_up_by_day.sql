-- What the facts of a day come to, so that a period is read in a few rows a day. Each row is written in the transaction of its
-- facts, and roll_up_sales makes all of them anew.

create table sales_of_a_day (
    community_id uuid not null,
    business_day date not null,
    leader_id uuid not null,
    orders int not null default 0 check (orders >= 0),
    pieces bigint not null default 0 check (pieces >= 0),
    amount_fen bigint not null default 0 check (amount_fen >= 0),
    imported int not null default 0 check (imported >= 0),
    imported_fen bigint not null default 0 check (imported_fen >= 0),
    primary key (community_id, business_day, leader_id)
) with (fillfactor = 70);
-- All communities together.
create index sales_of_a_day_by_day on sales_of_a_day (business_day);

create table product_of_a_day (
    community_id uuid not null,
    business_day date not null,
    leader_id uuid not null,
    -- Of goods that were not in the catalogue a hash of their name, so that all keys are alike and short.
    product uuid not null,
    product_name text not null,
    pieces bigint not null check (pieces > 0),
    amount_fen bigint not null check (amount_fen >= 0),
    primary key (community_id, business_day, leader_id, product)
) with (fillfactor = 70);
create index product_of_a_day_by_day on product_of_a_day (business_day);
-- What it was last called, and what it came to before, for the few that are shown.
create index product_of_a_day_of_product on product_of_a_day (product, business_day);

-- Who bought on a day, by the last day before on which they had: whoever had not since the first day of a period came in that
-- period for the first time, so the different buyers of any period are a sum. Of the community of zeros: anywhere at all.
create table buyers_of_a_day (
    community_id uuid not null,
    business_day date not null,
    -- -infinity: never
    bought_before date not null check (bought_before < business_day),
    buyers int not null check (buyers >= 0),
    primary key (community_id, business_day, bought_before)
) with (fillfactor = 70);

create table endings_of_a_day (
    community_id uuid not null,
    business_day date not null,
    refunds int not null default 0 check (refunds >= 0),
    refunded_fen bigint not null default 0 check (refunded_fen >= 0),
    formed int not null default 0 check (formed >= 0),
    lapsed int not null default 0 check (lapsed >= 0),
    primary key (community_id, business_day)
) with (fillfactor = 70);
create index endings_of_a_day_by_day on endings_of_a_day (business_day);

-- Finds the days on which somebody bought before and after.
create index sale_fact_of_buyer on sale_fact (buyer_id, business_day) include (community_id) where buyer_id is not null;

create function product_key(product uuid, name text) returns uuid
language sql immutable as $$
    select coalesce(product, md5(name)::uuid)
$$;

-- While it works nothing is recorded; what is heard meanwhile waits.
-- What the facts come to, as rows that can be compared: the table, what names a row, what stands in it.
create view rolled_up_sale as
    select community_id, business_day, leader_id, sum(orders)::int as orders, sum(pieces)::bigint as pieces,
        sum(amount_fen)::bigint as amount_fen, sum(imported)::int as imported, sum(imported_fen)::bigint as imported_fen
    from (
        select community_id, business_day, leader_id, 1 as orders, pieces, amount_fen, 0 as imported, 0 as imported_fen
        from sale_fact
        union all
        select community_id, business_day, leader_id, 0, 0, 0, 1, amount_fen from import_fact where not cancelled
    ) fact
    group by community_id, business_day, leader_id;

create view rolled_up_product as
    select community_id, l.business_day, leader_id, product_key(product_id, product_name) as product,
        max(product_name) as product_name, sum(quantity)::bigint as pieces, sum(l.amount_fen)::bigint as amount_fen
    from sale_line_fact l join sale_fact using (community_id, order_id)
    group by 1, 2, 3, 4;

create view rolled_up_buyer as
    select scope as community_id, business_day, bought_before, count(*)::int as buyers
    from (
        select scope, business_day,
            lag(business_day, 1, '-infinity') over (partition by scope, buyer_id order by business_day) as bought_before
        from (
            select distinct scope, buyer_id, business_day
            from sale_fact, unnest(array[community_id, '00000000-0000-0000-0000-000000000000']) scope
            where buyer_id is not null
        ) bought
    ) since
    group by scope, business_day, bought_before;

create view rolled_up_ending as
    select community_id, business_day, sum(refunds)::int as refunds, sum(refunded_fen)::bigint as refunded_fen,
        sum(formed)::int as formed, sum(lapsed)::int as lapsed
    from (
        select community_id, business_day, 1 as refunds, amount_fen as refunded_fen, 0 as formed, 0 as lapsed
        from refund_fact
        union all
        select community_id, business_day, 0, 0, (outcome = 'FORMED')::int, (outcome = 'LAPSED')::int from team_fact
    ) fact
    group by community_id, business_day;

-- Makes all days anew and answers how many rows were not what their facts come to; rows that say nothing do not count.
-- While it works nothing is recorded; what is heard meanwhile waits.
create function roll_up_sales() returns int
language plpgsql as $$
declare
    different int;
begin
    lock table sale_fact, import_fact, refund_fact, team_fact in share mode;
    select sum(number) into different from (
        select count(*) as number from (
            (table rolled_up_sale except table sales_of_a_day) union all
            (select * from sales_of_a_day where orders + imported > 0 except table rolled_up_sale)) it
        union all
        select count(*) from (
            (table rolled_up_product except table product_of_a_day) union all
            (table product_of_a_day except table rolled_up_product)) it
        union all
        select count(*) from (
            (table rolled_up_buyer except table buyers_of_a_day) union all
            (select * from buyers_of_a_day where buyers > 0 except table rolled_up_buyer)) it
        union all
        select count(*) from (
            (table rolled_up_ending except table endings_of_a_day) union all
            (table endings_of_a_day except table rolled_up_ending)) it
    ) found;
    if different > 0 then
        delete from sales_of_a_day;
        delete from product_of_a_day;
        delete from buyers_of_a_day;
        delete from endings_of_a_day;
        insert into sales_of_a_day table rolled_up_sale;
        insert into product_of_a_day table rolled_up_product;
        insert into buyers_of_a_day table rolled_up_buyer;
        insert into endings_of_a_day table rolled_up_ending;
    end if;
    return different;
end $$;

select roll_up_sales();

-- The first day of a buyer is theirs without one before.
drop table first_purchase_fact;
-- What they carried is read from the days now.
drop index sale_fact_of_community_by_day, sale_line_fact_of_community_by_day, refund_fact_by_day, team_fact_by_day,
    import_fact_by_day, sale_line_fact_by_day;
-- The rows behind a number, the latest first: of everything, a community, a leader, and goods.
create index sale_fact_by_time on sale_fact (paid_at, order_id);
create index sale_fact_of_community_by_time on sale_fact (community_id, paid_at, order_id);
create index sale_fact_of_leader_by_time on sale_fact (leader_id, paid_at, order_id);
create index sale_line_fact_of_product on sale_line_fact (product_key(product_id, product_name), business_day);
