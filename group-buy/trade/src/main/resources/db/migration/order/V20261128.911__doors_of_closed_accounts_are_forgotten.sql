-- Where an order went stays as it was written, until its buyer closes their account: then the doors end, and nothing else.
drop trigger order_door_change_append_only on order_door_change;
create trigger order_door_change_stays before delete on order_door_change
    for each row execute function order_history_append_only();
create trigger order_door_change_only_forgets before update on order_door_change
    for each row when (
        row (new.was_lane, new.was_building, new.was_unit, new.was_room, new.was_origin,
            new.lane, new.building, new.unit, new.room)
            is distinct from row ('', '', '', '', '', '', '', '', '')
        or row (new.community_id, new.order_id, new.step, new.beside_id, new.at, new.actor_id, new.cause)
            is distinct from row (old.community_id, old.order_id, old.step, old.beside_id, old.at, old.actor_id, old.cause))
    execute function order_history_append_only();
