-- Serves the operator's table of teams, which goes by when they were opened, in either direction.
create index team_by_opening on team (opened_at, id);
