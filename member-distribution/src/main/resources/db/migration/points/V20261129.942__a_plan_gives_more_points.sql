-- An order gives more where its buyer had a plan when it was placed: how much of the usual, and by what.
alter table points_earning
    add column percent smallint not null default 100 check (percent between 100 and 300),
    add column raised_by uuid,
    add constraint points_raised_by_something check ((percent > 100) = (raised_by is not null));
