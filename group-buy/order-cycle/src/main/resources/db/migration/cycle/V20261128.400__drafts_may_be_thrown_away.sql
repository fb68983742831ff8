-- A draft nobody has seen may be opened, closed by an import, or thrown away.
create or replace function cycle_may_become(was text, becomes text) returns boolean
    language sql immutable as $$
    select (was, becomes) in (
        ('DRAFT', 'OPEN'), ('DRAFT', 'CLOSED'), ('DRAFT', 'LAPSED'),
        ('OPEN', 'BOXFILL'), ('OPEN', 'CLOSED'), ('OPEN', 'LAPSED'),
        ('BOXFILL', 'CLOSED'), ('BOXFILL', 'LAPSED'),
        -- goods may stand there without anybody having pressed "ordered"
        ('CLOSED', 'ORDERED'), ('CLOSED', 'ARRIVED'), ('CLOSED', 'LAPSED'),
        ('ORDERED', 'ARRIVED'), ('ORDERED', 'LAPSED'),
        ('ARRIVED', 'HANDING_OVER'), ('ARRIVED', 'DONE'), ('HANDING_OVER', 'DONE'))
$$;
