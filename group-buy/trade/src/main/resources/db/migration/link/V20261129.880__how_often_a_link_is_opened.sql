-- How often a link was opened by people other than who shares it; robots are none.
create table link_clicks (
    community_id uuid not null,
    link_id uuid not null,
    clicks bigint not null check (clicks > 0),
    primary key (community_id, link_id),
    foreign key (community_id, link_id) references shared_link (community_id, id)
);

-- By which recognised browsers on one day: each once. Older days are deleted.
create table link_clicked (
    community_id uuid not null,
    link_id uuid not null,
    browser bytea not null check (length(browser) = 32),
    day date not null,
    primary key (community_id, link_id, browser, day),
    foreign key (community_id, link_id) references shared_link (community_id, id)
);
create index link_clicked_by_day on link_clicked (day);

-- Browsers that may be recognised, and with whose account each was seen: a hash of a random number, deleted after 90 days.
create table known_browser (
    browser bytea not null check (length(browser) = 32),
    member_id uuid not null,
    seen_at timestamptz not null default now(),
    primary key (browser, member_id)
);
create index known_browser_of_member on known_browser (member_id, browser);
create index known_browser_by_time on known_browser (seen_at);
