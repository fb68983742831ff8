-- Serves the operators' table of leaders, which goes by time; what tells two of the same moment apart is made of both ids.
create index leader_by_appointment on leader (appointed_at, (md5(community_id::text || member_id::text)::uuid));
