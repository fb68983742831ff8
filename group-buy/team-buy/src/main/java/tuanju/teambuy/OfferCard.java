package tuanju.teambuy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tuanju.catalog.ProductId;
import tuanju.catalog.SkuId;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.membership.Visibility;
import tuanju.money.Money;
import tuanju.picture.PictureRef;

/**
 * A team offer as everyone sees it.
 *
 * @param alonePrice the real price of buying alone
 * @param left pieces that can still be bought; null where stock is not counted
 * @param perPersonLimit pieces one member may hold; null without a limit
 * @param openTeams teams one can join right now
 * @param visibility who may see it and its teams
 * @param open whether a team can be opened right now
 */
public record OfferCard(
        CommunityId community,
        OfferId id,
        Code code,
        ProductId product,
        SkuId sku,
        String title,
        String spec,
        String origin,
        @Nullable PictureRef picture,
        Money price,
        Money alonePrice,
        int size,
        int durationHours,
        int pickupAfterDays,
        @Nullable Integer left,
        @Nullable Integer perPersonLimit,
        int openTeams,
        OfferStatus status,
        boolean open,
        Instant startsAt,
        Instant endsAt,
        Visibility visibility) {}
