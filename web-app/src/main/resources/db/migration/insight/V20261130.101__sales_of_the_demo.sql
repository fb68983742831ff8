-- The demo begins with sales of the weeks before, so that there is something to look at: no order is behind them, and their rows say so.
alter table sale_fact add column invented boolean not null default false;
create index sale_fact_invented on sale_fact (community_id) where invented;
