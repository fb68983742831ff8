-- What an act on many rows was told beside them: the price, the category.
alter table table_act add column value varchar(60) not null default '';
