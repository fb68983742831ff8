-- Who could read a version while it was the note: so it stays when the note is opened to more. Of those before, nobody knows any more.
alter table note_version add column visible_from smallint default 9 check (visible_from between 0 and 9);
alter table note_version alter column visible_from drop default;

create index note_report_of on note_report (community_id, note_id);
