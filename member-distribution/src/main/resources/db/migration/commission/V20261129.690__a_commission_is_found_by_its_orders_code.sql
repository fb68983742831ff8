-- An operator, and the page after this one, name a commission by the code of its order.
create index commission_by_code on commission (order_code);
