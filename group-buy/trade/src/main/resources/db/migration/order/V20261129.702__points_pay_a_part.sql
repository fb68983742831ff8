-- What a buyer pays with points stands among the steps of the price: it is theirs, and a tender.
alter table order_discount drop constraint order_discount_funder_check;
alter table order_discount add constraint order_discount_funder_check
    check (funder in ('PLATFORM', 'LEADER', 'SUPPLIER', 'BUYER'));
