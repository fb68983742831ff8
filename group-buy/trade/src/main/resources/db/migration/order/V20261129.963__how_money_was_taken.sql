-- A leader also says how: in cash or by a transfer.
alter table order_taken_by_hand drop constraint order_taken_by_hand_cause_check;
alter table order_taken_by_hand add constraint order_taken_by_hand_cause_check
    check (cause in ('TICKED', 'CASH', 'TRANSFER', 'LIST', 'DESK', 'IMPORTED', 'CARRIED'));
