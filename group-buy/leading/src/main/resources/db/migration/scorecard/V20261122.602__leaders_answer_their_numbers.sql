-- What a leader says to their own scorecard; empty when taken back.
create table leader_answer (
    community_id uuid not null,
    leader_id uuid not null,
    answer text not null check (char_length(answer) <= 300),
    changed_at timestamptz not null default now(),
    primary key (community_id, leader_id)
);
