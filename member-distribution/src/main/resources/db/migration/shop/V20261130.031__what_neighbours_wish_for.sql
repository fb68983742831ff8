-- What neighbours wish for in the shop of whoever curates their community, and what is answered.
create table member_shop_wish (
    community_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    member_id uuid not null,
    words text not null check (char_length(words) between 1 and 100),
    asked_at timestamptz not null default now(),
    answer text check (char_length(answer) between 1 and 200),
    answered_at timestamptz,
    primary key (community_id, id),
    foreign key (community_id, shop_id) references member_shop on delete cascade,
    check ((answer is null) = (answered_at is null))
);
create index member_shop_wish_of_shop on member_shop_wish (community_id, shop_id, id);
create index member_shop_wish_by_member on member_shop_wish (member_id, id);
