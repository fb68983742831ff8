-- Where whoever waits would collect; null for wishes of before, which are collected at the cycle's main point.
alter table waiting_wish add column point_id uuid;
