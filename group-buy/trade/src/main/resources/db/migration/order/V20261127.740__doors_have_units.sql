-- The staircase (单元) of a building that has several: without it four families share one door. Empty where nobody said
-- one, as in every order of before: those keep the door they have.
alter table orders
    add column address_unit text not null default '' check (char_length(address_unit) <= 20),
    add constraint orders_unit_of_a_door
        check (address_unit = '' or address_building <> '' or address_room <> '');
alter table order_door_change
    add column was_unit text not null default '',
    add column unit text not null default '';
