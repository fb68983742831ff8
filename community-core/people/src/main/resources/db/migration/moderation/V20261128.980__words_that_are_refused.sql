-- Words that are not kept in what people write, or in names only. Nobody may pass for the platform's own staff from the start.
create table moderation_word (
    word text primary key check (char_length(word) between 2 and 20 and word = btrim(word)),
    names_only boolean not null,
    added_by uuid,
    since timestamptz not null default now()
);
insert into moderation_word (word, names_only)
values ('官方', true), ('客服', true), ('管理员', true), ('团聚', true), ('admin', true), ('tuanju', true);
