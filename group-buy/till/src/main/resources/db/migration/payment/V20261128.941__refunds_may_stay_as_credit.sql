-- A refund may stay with us as its buyer's credit: 'wallet' carries it, and then it is done at once. Credit that is paid back later
-- is a refund of the payment it came from (reason 'credit-paid-back'), which the payment's own sums do not count again.
alter table refund drop constraint refund_requested_once;
alter table refund
    -- an order's payments each have their part of one refund
    add constraint refund_requested_once unique (community_id, order_id, reason, request_key, payment_id),
    add constraint refund_stays_at_once check (provider <> 'wallet' or status = 'DONE');

-- Too old to go back through its provider: a person finds another way.
alter table exception_case drop constraint exception_case_kind_check;
alter table exception_case add constraint exception_case_kind_check check (
    kind in ('UNKNOWN_PAYMENT', 'WRONG_AMOUNT', 'WRONG_MERCHANT', 'WRONG_CURRENCY', 'NOT_TAKEN', 'REFUND_STUCK',
        'REFUND_TOO_OLD')
);
