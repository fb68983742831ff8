-- Who may see a cycle: null is everybody, 0 every member, n members of level n and above (tuanju.membership.Visibility).
alter table order_cycle add column visible_from smallint check (visible_from between 0 and 9);
