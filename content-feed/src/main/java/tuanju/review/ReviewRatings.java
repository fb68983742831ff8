package tuanju.review;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.card.Card;
import tuanju.card.CardRef;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;

/**
 * Averages for cards: over all cycles and teams in which the goods behind a card were had, one query for many. Of somebody who said
 * something more than once of the same goods the latest counts, so that nobody is five people.
 */
@Component
@RequiredArgsConstructor
class ReviewRatings implements Card.Ratings {

    private final JdbcClient jdbc;
    private final Communities communities;

    /** A product and how well it did. */
    record Best(String name, Code product, Card.Rating rating) {}

    @Override
    public Map<CardRef, Card.Rating> of(Collection<CardRef> refs) {
        var ratings = new HashMap<CardRef, Card.Rating>();
        var known = refs.stream()
                .filter(it -> communities.find(it.code().communityShortCode()).isPresent())
                .toList();
        if (known.isEmpty()) {
            return ratings;
        }
        jdbc.sql("""
                        select w.kind, w.code, count(distinct r.author_id) as number,
                            sum(r.stars) * 10 / (3 * count(*)) as tenths
                        from unnest(:communities::uuid[], :kinds::text[], :codes::text[]) w (community, kind, code)
                        cross join lateral (
                            select distinct on (r.product_id, r.author_id) r.author_id,
                                r.taste + r.freshness + r.as_described as stars
                            from review r
                            where r.community_id = w.community and r.withdrawn_at is null and r.product_id =
                        """ + ReviewRows.PRODUCTS + """
                            order by r.product_id, r.author_id, r.id desc) r
                        group by w.kind, w.code having count(distinct r.author_id) >=
                        """ + Card.Rating.FEWEST)
                .param("communities", known.stream().map(this::home).toArray(UUID[]::new))
                .param("kinds", known.stream().map(it -> it.kind().name()).toArray(String[]::new))
                .param("codes", known.stream().map(it -> it.code().value()).toArray(String[]::new))
                .query((java.sql.ResultSet row) -> {
                    ratings.put(
                            new CardRef(CardRef.Kind.valueOf(row.getString("kind")), new Code(row.getString("code"))),
                            new Card.Rating(row.getInt("tenths"), row.getInt("number")));
                });
        return ratings;
    }

    private UUID home(CardRef ref) {
        return communities.of(ref.code()).id().value();
    }

    /** The products of a community of which at least five said something, those first that most likely please most. */
    List<Best> best(CommunityId community, int limit) {
        return jdbc.sql("""
                        select min(r.product_name) as name, code_of_product(:community, r.product_id) as code, count(*) as number,
                            sum(r.stars) * 10 / (3 * count(*)) as tenths
                        from (
                            select distinct on (product_id, author_id) product_id, product_name,
                                taste + freshness + as_described as stars
                            from review where community_id = :community and withdrawn_at is null
                            order by product_id, author_id, id desc) r
                        group by r.product_id having count(*) >= :fewest
                        order by wilson_lower(count(*) filter (where r.stars >= 12), count(*)) desc, r.product_id limit :limit
                        """)
                .param("community", community.value())
                .param("fewest", Card.Rating.FEWEST)
                .param("limit", limit)
                .query((row, number) -> new Best(
                        row.getString("name"),
                        new Code(row.getString("code")),
                        new Card.Rating(row.getInt("tenths"), row.getInt("number"))))
                .list();
    }
}
