package tuanju.coupon;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;
import tuanju.community.Code;
import tuanju.membership.Visibility;
import tuanju.money.Money;
import tuanju.money.Percentage;
import tuanju.price.Funder;

/** A buyer's coupon as {@code brought_along} finds it. */
@JsonNaming(SnakeCaseStrategy.class)
record FoundCoupon(
        UUID id,
        String code,
        OffsetDateTime endsAt,
        @Nullable Integer visibleFrom,
        boolean mayUse,
        String title,
        long offFen,
        @Nullable Integer basisPoints,
        long fromFen,
        CouponTerms.Scope goods,
        @Nullable UUID productId,
        String goodsName,
        boolean firstOrder,
        String stacking,
        Funder funder,
        long leftFen,
        boolean isFirst,
        Set<Integer> lines) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** All that were found. */
    private record Found(@Nullable List<FoundCoupon> coupons) {}

    /** Those that end first, first; for an order of so many lines. */
    static List<Candidate> candidates(String found, int lines) {
        var coupons = JSON.readValue(found, Found.class).coupons();
        return coupons == null
                ? List.of()
                : coupons.stream().map(it -> it.candidate(lines)).toList();
    }

    private Candidate candidate(int ofOrder) {
        return new Candidate(
                id,
                new Code(code),
                title,
                terms(),
                endsAt.toInstant(),
                Money.ofFen(leftFen),
                isFirst,
                mayUse,
                goods == CouponTerms.Scope.ALL
                        ? IntStream.range(0, ofOrder).boxed().collect(Collectors.toSet())
                        : lines);
    }

    private CouponTerms terms() {
        return new CouponTerms(
                Money.ofFen(offFen),
                basisPoints == null ? null : new Percentage(basisPoints),
                Money.ofFen(fromFen),
                new CouponTerms.Goods(goods, productId, goodsName),
                firstOrder,
                stacking,
                funder,
                new Visibility(visibleFrom));
    }
}
