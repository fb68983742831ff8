package tuanju.price;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.member.SignedIn;
import tuanju.money.Money;

/** What something would cost if it were ordered now, for programs. It changes nothing and holds nothing, so it needs no key. */
@RestController
@RequiredArgsConstructor
class QuoteResources {

    private static final int MOST_PIECES = 999;
    private static final int MOST_LINES = 100;

    private final List<Wares> wares;
    private final Credits credits;
    private final Communities communities;
    private final MessageSource messages;

    /** Pieces of a product of a cycle; of an offer or team, which have one product, the item may be left out. */
    record Line(@Nullable UUID item, @Nullable Integer pieces) {

        Wares.Wanted wanted() {
            if (pieces == null || pieces < 1 || pieces > MOST_PIECES) {
                throw new Invalid("lines", "quote-pieces", MOST_PIECES);
            }
            return new Wares.Wanted(item, pieces);
        }
    }

    /** What one would order, from exactly one of a cycle, an offer (to open a team of it) and a team. */
    record Wanted(
            @Nullable String cycle,
            @Nullable String offer,
            @Nullable String team,
            @Nullable List<Line> lines,
            @Nullable List<String> coupons,
            @Nullable Long walletFen,
            @Nullable UUID pickupPoint) {

        List<Wares.Wanted> goods() {
            if (lines == null
                    || lines.isEmpty()
                    || lines.size() > MOST_LINES
                    || lines.stream().anyMatch(Objects::isNull)) {
                throw new Invalid("lines", "quote-lines", MOST_LINES);
            }
            return lines.stream().map(Line::wanted).toList();
        }

        Money wantedCredit() {
            if (walletFen != null && walletFen < 0) {
                throw new Invalid("walletFen", "quote-wallet");
            }
            return walletFen == null ? Money.ZERO : Money.ofFen(walletFen);
        }
    }

    /** What was asked for and is not in the price: a stable word, the sentence why, and how much more would get it. */
    record Refused(String what, String reason, @Nullable Long missingFen) {}

    /** The price, step by step. */
    record Quote(
            long goodsFen,
            List<PriceResource.Less> discounts,
            long payableFen,
            List<PriceResource.Paid> tenders,
            List<Refused> refused) {}

    @PostMapping("/api/v1/quotes")
    Quote quote(@AuthenticationPrincipal SignedIn me, @RequestBody Wanted wanted, Locale locale) {
        var place = place(wanted);
        var asking = new Wares.Asking(me.member(), BroughtAlong.only(wanted.coupons()), wanted.pickupPoint());
        var plain = place.wares().quote(place.code(), wanted.goods(), asking);
        var credit = wanted.wantedCredit();
        var free = credit.isZero()
                ? credit
                : credits.freeOf(me.member(), communities.of(place.code()).id());
        var price = plain.withCredit(least(credit, free, plain.toPay()));
        return new Quote(
                price.goods().fen(),
                PriceResource.less(price),
                price.payable().fen(),
                PriceResource.paid(price),
                unmet(price, wanted, free).stream()
                        .map(it -> refused(it, locale))
                        .toList());
    }

    private record Place(Wares wares, Code code) {}

    private Place place(Wanted wanted) {
        var named = Stream.of(
                        named(Wares.Kind.CYCLE, wanted.cycle()),
                        named(Wares.Kind.OFFER, wanted.offer()),
                        named(Wares.Kind.TEAM, wanted.team()))
                .filter(Objects::nonNull)
                .toList();
        if (named.size() != 1) {
            throw new Invalid("cycle", "quote-one-place");
        }
        return named.getFirst();
    }

    private @Nullable Place named(Wares.Kind kind, @Nullable String code) {
        if (code == null) {
            return null;
        }
        var of = wares.stream().filter(it -> it.kind() == kind).findFirst().orElseThrow();
        return new Place(of, Code.read(code));
    }

    private static Money least(Money... amounts) {
        return Stream.of(amounts).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** Who asks for a coupon that is none of theirs, or for more credit than is free, is told so and not overcharged in silence. */
    private static List<Unmet> unmet(Price price, Wanted wanted, Money free) {
        var all = new ArrayList<>(price.unmet());
        var named = wanted.coupons();
        if (named != null) {
            named.stream().filter(it -> !isKnown(price, it)).forEach(it -> all.add(new Unmet("coupon", it, null)));
        }
        if (wanted.wantedCredit().isMoreThan(free)) {
            all.add(new Unmet("wallet", free.toString(), null));
        }
        return all;
    }

    private static boolean isKnown(Price price, String code) {
        return price.discounts().stream().anyMatch(it -> code.equals(it.code()))
                || price.unmet().stream().anyMatch(it -> code.equals(it.code()));
    }

    private Refused refused(Unmet one, Locale locale) {
        var missing = one.missing();
        var sentence = messages.getMessage(
                "price.refused." + one.what(),
                new Object[] {one.title(), missing == null ? "" : missing.toString(), one.of()},
                locale);
        return new Refused(one.what(), sentence, missing == null ? null : missing.fen());
    }
}
