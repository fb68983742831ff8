-- Whether an extension moved this point's pickup a day on, so that the next round keeps the day that was planned.
alter table cycle_point add column postponed boolean not null default false;
