-- Every account of release 0.1.0 begins unproven, so that whoever was signed in signs in once more, by a code.
delete from spring_session where principal_name is not null;
