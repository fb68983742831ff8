-- Who tastes for a community: a member whom an operator asked to look after one category, what they found, and what they are asked.
create table taster (
    community_id uuid not null,
    id uuid not null,
    code text not null,
    member_id uuid not null,
    category text not null check (char_length(category) between 1 and 20),
    -- new finds in a month
    most_a_month smallint not null check (most_a_month between 1 and 20),
    appointed_by uuid not null,
    appointed_at timestamptz not null default now(),
    ended_at timestamptz,
    primary key (community_id, id),
    unique (community_id, code)
);
create unique index taster_one_of_a_category on taster (community_id, category) where ended_at is null;
create index taster_by_member on taster (member_id, appointed_at);
create index taster_by_appointing on taster (appointed_at, id);

-- A find: scouted, tried, listed, dropped; in this order, and dropped from anywhere.
create table tasting (
    community_id uuid not null,
    id uuid not null,
    taster_id uuid not null,
    title text not null check (char_length(title) between 1 and 40),
    words text not null check (char_length(words) <= 200),
    state text not null default 'SCOUTED' check (state in ('SCOUTED', 'TRIED', 'LISTED', 'DROPPED')),
    verdict text not null default '' check (char_length(verdict) <= 200),
    -- as which product of the catalogue it is sold
    product_id uuid,
    scouted_at timestamptz not null default now(),
    tried_at timestamptz,
    listed_at timestamptz,
    dropped_at timestamptz,
    -- the how manieth of which month, so that nobody brings more than was agreed when they brought it
    month date not null,
    nth smallint not null,
    most smallint not null check (most between 1 and 20),
    primary key (community_id, id),
    foreign key (community_id, taster_id) references taster (community_id, id),
    constraint tasting_within_its_month check (nth between 1 and most),
    constraint tasting_counted_once unique (community_id, taster_id, month, nth),
    constraint tasting_of_a_month check (extract(day from month) = 1),
    constraint tasting_listed_after_it_was_tried check (
        case state
            when 'SCOUTED' then tried_at is null and listed_at is null
            when 'TRIED' then tried_at is not null and listed_at is null
            when 'LISTED' then tried_at is not null and listed_at is not null
            else listed_at is null or tried_at is not null end),
    constraint tasting_listed_as_a_product check ((listed_at is null) = (product_id is null)),
    constraint tasting_dropped check ((state = 'DROPPED') = (dropped_at is not null))
);
create index tasting_newest_first on tasting (community_id, taster_id, id desc);

create table taster_question (
    community_id uuid not null,
    id uuid not null,
    taster_id uuid not null,
    member_id uuid not null,
    words text not null check (char_length(words) between 1 and 100),
    asked_at timestamptz not null default now(),
    answer text check (char_length(answer) between 1 and 200),
    answered_at timestamptz,
    primary key (community_id, id),
    foreign key (community_id, taster_id) references taster (community_id, id),
    check ((answer is null) = (answered_at is null))
);
create index taster_question_waiting_first on taster_question (community_id, taster_id, (answer is not null), id desc);
create index taster_question_by_member on taster_question (member_id, id);
