package tuanju.coupon;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.price.Basket;

/** What a buyer has for a basket: their coupons, what is left to give, and which lines count for each. */
@Component
@RequiredArgsConstructor
class CandidateRows {

    private final JdbcClient jdbc;

    /** Those that end first, first; in one look, or in none where somebody looked already. */
    List<Candidate> of(Basket basket) {
        @Nullable String found = basket.found();
        return FoundCoupon.candidates(
                found == null ? look(basket) : found, basket.lines().size());
    }

    private String look(Basket basket) {
        return jdbc.sql("select brought_along(:community, :buyer, cast(:leader as uuid), :skus)::text")
                .param("community", basket.community().value())
                .param("buyer", basket.buyer().value())
                .param(
                        "leader",
                        basket.leader() == null ? null : basket.leader().value())
                .param("skus", basket.lines().stream().map(Basket.Line::sku).toArray(UUID[]::new))
                .query(String.class)
                .single();
    }
}
