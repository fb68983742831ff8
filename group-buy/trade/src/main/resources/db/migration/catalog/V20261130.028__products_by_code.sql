-- Serves a pasted sheet, whose lines name products of any community by their code.
create index product_by_code on product (code);
