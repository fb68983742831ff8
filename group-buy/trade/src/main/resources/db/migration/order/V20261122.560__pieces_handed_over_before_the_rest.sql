-- Pieces of a line that its buyer has while the rest of the order still waits. An order that is collected has them all,
-- whatever stands here.
alter table order_line
    add column handed int not null default 0,
    add constraint order_line_handed_within check (handed between 0 and quantity);

create function order_line_keeps_what_was_handed() returns trigger language plpgsql as $$
begin
    raise exception 'pieces of this line were handed over' using errcode = 'check_violation',
        constraint = 'order_line_handed_within';
end $$;
create trigger order_line_keeps_what_was_handed before delete on order_line
    for each row when (old.handed > 0) execute function order_line_keeps_what_was_handed();
