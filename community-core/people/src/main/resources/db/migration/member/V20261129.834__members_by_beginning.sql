-- Serves the operator's table of members, which goes by when they signed up, in either direction.
create index member_by_beginning on member (created_at, id);
