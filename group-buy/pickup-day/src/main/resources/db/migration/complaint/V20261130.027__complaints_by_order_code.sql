-- Serves the operators' search by an order's code, over all communities.
create index complaint_by_order_code on complaint (order_code);
