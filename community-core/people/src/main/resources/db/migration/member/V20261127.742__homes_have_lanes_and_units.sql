-- 弄 and 单元, both empty where there is only one.
alter table member
    add column lane text not null default '' check (char_length(lane) <= 20),
    add column unit text not null default '' check (char_length(unit) <= 20);
