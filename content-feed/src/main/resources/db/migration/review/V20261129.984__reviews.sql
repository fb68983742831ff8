-- What somebody says of goods they had by an own completed order: stars and words, once for an order and a product.
create table review (
    community_id uuid not null,
    id uuid not null,
    code text not null,
    order_id uuid not null,
    product_id uuid not null,
    product_name text not null,
    source_code text,
    author_id uuid not null,
    taste smallint not null check (taste between 1 and 5),
    freshness smallint not null check (freshness between 1 and 5),
    as_described smallint not null check (as_described between 1 and 5),
    words text not null check (char_length(words) <= 500),
    written_at timestamptz not null default now(),
    -- by who wrote it: words and stars are gone
    withdrawn_at timestamptz,
    -- by an operator for a reason of the law: the words are hidden, the stars go on counting, and that it was done stays to be read
    removed_at timestamptz,
    removed_by uuid,
    removed_for text check (removed_for in ('ILLEGAL', 'PRIVACY', 'INSULT', 'ADVERT')),
    removed_reason text check (char_length(removed_reason) between 1 and 200),
    primary key (community_id, id),
    unique (community_id, code),
    unique (community_id, order_id, product_id),
    check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (removed_for is null)
        and (removed_at is null) = (removed_reason is null))
);
create index review_of_product on review (community_id, product_id, id desc) where withdrawn_at is null;
create index review_by_author on review (author_id);

-- What the leader or the platform says to it: one answer each.
create table review_answer (
    community_id uuid not null,
    review_id uuid not null,
    side text not null check (side in ('LEADER', 'PLATFORM')),
    answered_by uuid not null,
    words text not null check (char_length(words) between 1 and 500),
    answered_at timestamptz not null default now(),
    primary key (community_id, review_id, side),
    foreign key (community_id, review_id) references review (community_id, id)
);
create index review_answer_by on review_answer (answered_by);

-- The lower end of Wilson's interval at 95 %: what a share is at least likely to be.
create function wilson_lower(hits bigint, of bigint) returns double precision
language sql immutable as $$
    select case when of = 0 then 0 else (hits::float8 / of + 1.920729 / of
        - 1.959964 * sqrt((hits::float8 / of * (1 - hits::float8 / of) + 0.960365 / of) / of)) / (1 + 3.841459 / of) end
$$;
