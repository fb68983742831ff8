-- Serves the operators' table of complaints, which goes by time in both directions, decided ones with the others.
create index complaint_by_report on complaint (reported_at, id);
