-- A price that was lowered is everybody's: a line that was ordered for more costs less from then on, with as many pieces as before.
alter table order_adjustment
    drop constraint order_adjustment_kind,
    drop constraint order_adjustment_of_nobody,
    drop constraint order_adjustment_of_pieces,
    drop constraint order_line_change_only_fewer,
    add constraint order_adjustment_kind check (
        kind in ('SHORT', 'WEIGHED', 'DAMAGED', 'LEFT_OUT', 'CANCELLED', 'CHEAPER', 'RETURNED', 'GOODWILL')),
    add constraint order_adjustment_of_nobody check (kind not in ('WEIGHED', 'CANCELLED', 'CHEAPER') or bearer = 'NOBODY'),
    add constraint order_adjustment_of_pieces check (case
        when kind in ('SHORT', 'CANCELLED', 'CHEAPER') then was is not null
        when kind in ('WEIGHED', 'DAMAGED', 'LEFT_OUT', 'GOODWILL') then was is null
        else true end),
    add constraint order_adjustment_fewer_or_cheaper check (
        case when kind = 'CHEAPER' then becomes = was else becomes < was end);
