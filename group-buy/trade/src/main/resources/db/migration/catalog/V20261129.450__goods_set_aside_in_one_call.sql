-- Sets pieces of a SKU aside: the member's own counter first, the contested row last, both or neither. A guest (null) has no
-- counter. Answers a tuanju.catalog.Reservation. For this module and for a statement of another that claims something of its own
-- in the same round trip. Where it answers SOLD_OUT, the member's pieces are counted already: the caller steps back or gives them
-- back.
create function reserve_pieces(of_community uuid, of_sku uuid, for_member uuid, wanted int) returns text
language plpgsql as $$
begin
    if for_member is not null then
        insert into sku_holding (community_id, sku_id, member_id, pieces)
        select community_id, id, for_member, wanted from sku
        where community_id = of_community and id = of_sku and wanted <= coalesce(per_person_limit, wanted)
        on conflict (community_id, sku_id, member_id) do update set pieces = sku_holding.pieces + excluded.pieces
            where sku_holding.pieces + excluded.pieces <= coalesce(
                (select per_person_limit from sku where community_id = of_community and id = of_sku), 2147483647);
        if not found then
            return 'OVER_LIMIT';
        end if;
    end if;
    update sku set reserved = reserved + wanted
    where community_id = of_community and id = of_sku and (on_hand is null or reserved + wanted <= on_hand);
    return case when found then 'RESERVED' else 'SOLD_OUT' end;
end $$;
