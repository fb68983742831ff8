-- A person says what they did about a case; what was written down about it stays.
alter table exception_case
    add column settled_at timestamptz,
    add column settled_by uuid,
    add column settlement text check (length(settlement) between 1 and 500),
    add constraint exception_case_settled_in_full check (
        (settled_at is null) = (settled_by is null) and (settled_at is null) = (settlement is null)
    );
create index exception_case_open on exception_case (opened_at desc, id desc) where settled_at is null;
create index refund_on_its_way on refund (requested_at, id) where status <> 'DONE';
