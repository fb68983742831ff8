-- 弄 and 单元 of a guest's door, both empty where nobody said one.
alter table chain_order
    add column lane text not null default '' check (char_length(lane) <= 20),
    add column unit text not null default '' check (char_length(unit) <= 20),
    add constraint chain_order_unit_of_a_door check (unit = '' or building <> '' or room <> '');
