-- Its words are hidden for the time being, until somebody has looked; the stars go on counting.
alter table review add column held_at timestamptz;

select conduct_knows(community_id, 'REVIEW', code, author_id, written_at) from review;
