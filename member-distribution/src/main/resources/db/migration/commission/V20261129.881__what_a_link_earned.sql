-- Who shares looks at what each of their links earned.
create index commission_of_link on commission (link_code);
