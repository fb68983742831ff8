-- What a text is found by: its words of letters and digits, and of Chinese every character and every two beside each other, so that
-- what is asked is cut as what is kept was. Width and case do not count.
create function search_words(written text) returns text[]
language sql immutable as $$
    with plain as (select lower(normalize(written, NFKC)) as t),
        runs as (select (regexp_matches(t, '[㐀-鿿]+', 'g'))[1] as run from plain)
    select coalesce(array_agg(distinct word), '{}') from (
        select (regexp_matches(t, '[a-z0-9]+', 'g'))[1] as word from plain
        union all
        select substr(run, i, 1) from runs, generate_series(1, length(run)) i
        union all
        select substr(run, i, 2) from runs, generate_series(1, length(run) - 1) i) words
    where octet_length(word) < 2000
$$;

-- All of what is asked: pairs where there are two characters, a word also by its beginning; null where nothing can be looked for.
create function search_query(asked text) returns tsquery
language sql immutable as $$
    with plain as (select lower(normalize(asked, NFKC)) as t),
        runs as (select (regexp_matches(t, '[㐀-鿿]+', 'g'))[1] as run from plain)
    select string_agg(term, ' & ')::tsquery from (
        select '''' || (regexp_matches(t, '[a-z0-9]+', 'g'))[1] || ''':*' as term from plain
        union all
        select '''' || run || '''' from runs where length(run) = 1
        union all
        select '''' || substr(run, i, 2) || '''' from runs, generate_series(1, length(run) - 1) i) terms
$$;

create function note_search(title text, body text, topics text[]) returns tsvector
language sql immutable as $$
    select array_to_tsvector(search_words(title || ' ' || body || ' ' || array_to_string(topics, ' ')))
$$;

alter table note add column search tsvector generated always as (note_search(title, body, topics)) stored;
create index note_search on note using gin (search) where withdrawn_at is null;
