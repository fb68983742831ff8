-- Serves the operators' table of exception cases, which goes by time in both directions, settled ones with the others.
create index exception_case_by_time on exception_case (opened_at, id);
