package tuanju.teambuy.offering;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import tuanju.catalog.SkuId;
import tuanju.membership.Visibility;

/**
 * What an operator decides about a team offer.
 *
 * @param sku what is sold; fixed once the offer exists
 * @param priceFen the team price of one piece, below the price of buying alone
 * @param size seats of a team
 * @param durationHours how long a team has to fill
 * @param pickupAfterDays goods wait at the pickup point this many days after the team has formed
 * @param visibility who may see it and its teams, also those that are open
 */
public record OfferForm(
        @NotNull SkuId sku,
        @Min(1) @Max(10_000_000) long priceFen,
        @Min(2) @Max(10) int size,
        @Min(1) @Max(72) int durationHours,
        @Min(1) @Max(14) int pickupAfterDays,
        @NotNull Instant startsAt,
        @NotNull Instant endsAt,
        @NotNull Visibility visibility) {

    /** For everybody. */
    public OfferForm(
            SkuId sku,
            long priceFen,
            int size,
            int durationHours,
            int pickupAfterDays,
            Instant startsAt,
            Instant endsAt) {
        this(sku, priceFen, size, durationHours, pickupAfterDays, startsAt, endsAt, Visibility.PUBLIC);
    }
}
