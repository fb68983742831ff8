-- Serves the operators' table of offers, which goes by time over all communities.
create index team_offer_by_time on team_offer (created_at, id);

-- Counts how many teams an offer has formed.
create index team_formed_by_offer on team (community_id, offer_id) where status = 'FORMED';
