-- Serves the question to a buyer who names a building with units and no unit: most doors have none, so it stays small.
create index orders_with_unit on orders (community_id, pickup_point_id, address_building) where address_unit <> '';
