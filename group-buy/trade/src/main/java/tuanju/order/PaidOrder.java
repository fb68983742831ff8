package tuanju.order;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.catalog.SkuId;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/**
 * An order as the module that took it sees it when money arrives or the time to pay is over.
 *
 * @param sku of its first line; null where the goods are not in the catalogue
 * @param reopened true when it had been closed and the money came late
 */
public record PaidOrder(
        CommunityId community,
        OrderId id,
        OrderKind kind,
        @Nullable MemberId buyer,
        @Nullable UUID source,
        @Nullable UUID offer,
        @Nullable SkuId sku,
        Money unitPrice,
        int pieces,
        @Nullable WhenFull whenFull,
        Instant placedAt,
        boolean reopened) {}
