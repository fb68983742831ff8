-- Not every act has a sum or belongs to a community. What shall be (a rate, a phone) is kept until it is decided, and no longer.
alter table second_word
    drop constraint second_word_fen_check,
    add constraint second_word_fen_check check (fen >= 0),
    alter column community_id drop not null,
    add column wanted text not null default '' check (char_length(wanted) <= 100),
    add constraint second_word_forgets check (status = 'WAITING' or wanted = '');
drop index second_word_once;
create unique index second_word_once on second_word (kind, community_id, thing_id) nulls not distinct
    where status = 'WAITING';
drop trigger second_word_is_final on second_word;
create trigger second_word_is_final before update on second_word
    for each row when (old.status <> 'WAITING'
        or new.status = 'WAITING' and new.wanted <> old.wanted
        or row (new.kind, new.community_id, new.thing_id, new.fen, new.reason, new.proposed_by, new.expires_at)
            is distinct from row (old.kind, old.community_id, old.thing_id, old.fen, old.reason, old.proposed_by, old.expires_at))
    execute function refuse_another_word();
