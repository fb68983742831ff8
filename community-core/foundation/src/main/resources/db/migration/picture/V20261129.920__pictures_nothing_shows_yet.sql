-- An upload that nothing shows yet, because what it is for is still being written; it goes after a day.
alter table picture add column loose boolean not null default false;
create index picture_loose on picture (created_at) where loose;
