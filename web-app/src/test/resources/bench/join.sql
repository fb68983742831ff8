-- What a join does in the tables, as one call: the floor that the program is measured against. The statements are the
-- program's own, with every check, key, trigger and index of the tables.
create schema bench;
-- no code of the program begins with an I
create sequence bench.pickup_code;
create function bench.join_team(token bytea, team_code varchar, point uuid, request text) returns int language plpgsql as $$
declare
    buyer record;
    place record;
    team_to_join record;
    goods record;
    until timestamptz := now() + interval '30 minutes';
    placed uuid := uuidv7();
    seats int;
    kept boolean;
begin
    select m.id, m.name, m.phone into strict buyer
    from public.api_token t join public.member m on m.id = t.member_id
    where t.hash = token and t.expires_at > now() and m.phone_proven_at is not null and m.parked_at is null;

    insert into command_key (principal, route, key, body_hash, pace)
    select buyer.id::text, 'POST /api/v1/teams', request, sha256(convert_to(request, 'UTF8')), 'order'
    where pg_try_advisory_xact_lock(hashtextextended(buyer.id::text || request, 0))
        and 1000 > (select count(*) from command_key
            where principal = buyer.id::text and pace = 'order' and created_at > now() - interval '1 minute')
    on conflict do nothing;

    select t.*, o.code as offer_code, (
            select sitting.code from seat s
            join team sitting on sitting.community_id = s.community_id and sitting.id = s.team_id
            where s.community_id = o.community_id and s.offer_id = o.id and s.member_id = buyer.id and s.in_progress) as sitting_in
    into strict team_to_join
    from team t join team_offer o on o.community_id = t.community_id and o.id = t.offer_id
    where t.community_id = (select id from community where short_code = left(team_code, 4)) and t.code = team_code;

    select s.*, p.name, p.pictures[1] as picture into strict goods
    from sku s join product p on p.community_id = s.community_id and p.id = s.product_id
    where s.community_id = team_to_join.community_id and s.id = team_to_join.sku_id and p.archived_at is null;

    select * into strict place from pickup_point
    where community_id = team_to_join.community_id and id = point;

    insert into orders (community_id, id, code, kind, status, buyer_id, recipient_name, phone, masked_phone, pickup_point_id,
        pickup_point_name, pickup_point_area, pickup_point_address, pickup_point_hours, pickup_leader_id, pickup_code,
        amount_fen, when_full, source_id, source_code, offer_id, pay_before, sweep_at, changed_by, change_cause)
    values (team_to_join.community_id, placed, left(team_code, 4) || upper(right(md5(request), 10)), 'TEAM', 'PLACED', buyer.id,
        buyer.name, buyer.phone, left(buyer.phone, 3) || '****' || right(buyer.phone, 4), place.id, place.name, place.area,
        place.address, place.hours, place.leader_id, 'I' || lpad(nextval('bench.pickup_code')::text, 5, '0'), team_to_join.price_fen, 'REFUND',
        team_to_join.id, team_to_join.code, team_to_join.offer_id, until, until, buyer.id, 'placed');
    insert into order_line (community_id, order_id, position, product_id, sku_id, product_name, spec, picture, unit_price_fen,
        quantity, amount_fen)
    values (team_to_join.community_id, placed, 1, goods.product_id, goods.id, goods.name, goods.spec, goods.picture,
        team_to_join.price_fen, 1, team_to_join.price_fen);

    with goods as materialized (
        select reserve_pieces(team_to_join.community_id, goods.id, buyer.id, 1) as outcome
    ), claimed as (
        update team set seats_taken = seats_taken + 1
        where (select outcome from goods) = 'RESERVED' and community_id = team_to_join.community_id and id = team_to_join.id
            and status = 'OPEN' and deadline > now() and seats_taken < size
        returning community_id, id, offer_id, seats_taken
    ), seated as (
        insert into seat (community_id, id, team_id, offer_id, order_id, member_id, status, in_progress, held_until)
        select community_id, uuidv7(), id, offer_id, placed, buyer.id, 'HELD', true, now() + interval '15 minutes' from claimed
        on conflict do nothing
        returning 1
    ), said as (
        select cast(case jsonb_typeof(said) when 'object'
            then jsonb_set(said, '{team,seatsTaken}', to_jsonb(seats_taken), false) else said end as json) as answer
        from claimed, jsonb_build_object('team', jsonb_build_object('code', team_to_join.code, 'offer', team_to_join.offer_code,
                'priceFen', team_to_join.price_fen, 'size', team_to_join.size, 'seatsTaken', 0),
            'order', jsonb_build_object('id', placed, 'payBefore', until)) as said
        where exists (select from seated)
    )
    select seats_taken, keep_answer(buyer.id::text, 'POST /api/v1/teams', request, answer) into strict seats, kept
    from claimed, said;
    return seats;
end $$;
