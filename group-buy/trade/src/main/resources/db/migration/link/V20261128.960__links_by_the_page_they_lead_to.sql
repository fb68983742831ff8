-- Whoever answers for a page looks at what the links to it brought.
create index shared_link_of_page on shared_link (community_id, target_code);
