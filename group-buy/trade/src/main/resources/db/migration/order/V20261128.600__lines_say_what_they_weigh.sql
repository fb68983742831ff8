-- What the pieces of a line that is sold by weight weigh together; null while nobody has weighed them, or since they became fewer.
alter table order_line add column grams int check (grams >= 0);
