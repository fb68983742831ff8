-- Serve the operators' tables of products and variants, which go by name and by time over all communities.
create index product_by_name on product (name, id);
create index product_by_time on product (created_at, id);
