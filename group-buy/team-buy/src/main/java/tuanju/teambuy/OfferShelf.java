package tuanju.teambuy;

import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.catalog.ProductSearch;
import tuanju.community.Code;
import tuanju.community.CommunityId;

/** The offers of a community as operators look through them. */
@Component
@RequiredArgsConstructor
@NamedInterface("rooms")
public class OfferShelf {

    private final OfferRows rows;
    private final ProductSearch products;
    private final JdbcClient jdbc;

    /**
     * What is looked for.
     *
     * @param status null for any
     * @param words part of the name, category or origin of what is sold; empty for all
     */
    public record Wanted(CommunityId community, @Nullable OfferStatus status, String words) {}

    /**
     * Offers, newest first.
     *
     * @param after the last offer of the page before; null for the first page
     */
    @Transactional(readOnly = true)
    public List<OfferCard> offers(Wanted wanted, @Nullable Code after, int limit) {
        return rows.some(wanted, selling(wanted), after, limit);
    }

    @Transactional(readOnly = true)
    public int count(Wanted wanted) {
        return jdbc.sql("select count(*) from team_offer o where o.community_id = :community" + OfferRows.WANTED)
                .param("community", wanted.community().value())
                .param(
                        "status",
                        wanted.status() == null ? null : wanted.status().name())
                .param("selling", selling(wanted))
                .query(Integer.class)
                .single();
    }

    /** The products that are meant, as the database writes an array; null where any is. */
    private @Nullable String selling(Wanted wanted) {
        if (wanted.words().isBlank()) {
            return null;
        }
        return products.named(wanted.community(), wanted.words()).stream()
                .map(product -> product.value().toString())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
