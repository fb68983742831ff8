package tuanju.teambuy.joining;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.PickupPoints;
import tuanju.member.SignedIn;
import tuanju.order.WhenFull;
import tuanju.order.paying.OrderPace;
import tuanju.picture.Pictures;
import tuanju.teambuy.OfferCard;
import tuanju.teambuy.TeamOffers;

/** Team offers over the API: read by everyone, a team opened by members. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/team-offers")
class OfferResources {

    private static final int PAGE = 20;
    private static final int PICTURE_WIDTH = 640;

    private final TeamOffers offers;
    private final TeamOpening opening;
    private final Communities communities;
    private final Commands commands;
    private final OrderPace pace;
    private final Pictures pictures;
    private final PickupPoints points;

    /** A page of offers; next names the last one, to be sent as "after", and is null on the last page. */
    record Page(List<OfferResource> items, @Nullable String next) {}

    /** The open offers of the community with this short code, newest first. */
    @GetMapping
    Page list(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @RequestParam String community,
            @RequestParam(required = false) @Nullable String after) {
        var id = communities.find(community).orElseThrow(NotFound::new).id();
        var cards = offers.open(id, me == null ? null : me.member(), Code.after(after), PAGE);
        var choices = PointChoice.of(points.in(id));
        return new Page(
                cards.stream().map(it -> resource(it, choices)).toList(),
                cards.size() < PAGE ? null : cards.getLast().code().value());
    }

    @GetMapping("/{code}")
    OfferResource offer(@AuthenticationPrincipal @Nullable SignedIn me, @PathVariable String code) {
        var offer = offers.visible(Code.read(code), me == null ? null : me.member());
        return resource(offer, PointChoice.of(points.in(offer.community())));
    }

    /** Opens a team with the caller in its first seat. */
    @PostMapping("/{code}/teams")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SeatResource> open(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @RequestBody SeatWish wish,
            CommandKey key) {
        var request = wish.request();
        return commands.once(
                        key.with(wish),
                        pace.ofOneBuyer(),
                        SeatResource.class,
                        () -> SeatResource.of(opening.open(me.member(), Code.read(code), request)))
                .with(HttpStatus.CREATED);
    }

    /**
     * What the API is asked for when somebody buys alone.
     *
     * @param shownPriceFen the price of one piece that the buyer was shown; another price is refused instead of charged
     * @param from the code of the link that led here; one that does not count changes nothing
     * @param coupons codes of the buyer's coupons to use; the best set where nothing is said
     */
    record AloneWish(
            @Nullable Integer quantity,
            @Nullable UUID pickupPoint,
            @Nullable String note,
            @Nullable Long shownPriceFen,
            @Nullable String from,
            @Nullable List<String> coupons) {

        /** No team is waited for, so that none can be full. */
        SeatRequest request() {
            return new SeatWish(quantity, WhenFull.REFUND, pickupPoint, note, shownPriceFen, from, coupons).request();
        }
    }

    /** Buys without a team, at the price of buying alone. */
    @PostMapping("/{code}/orders")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SeatResource.Order> buyAlone(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @RequestBody AloneWish wish,
            CommandKey key) {
        var request = wish.request();
        return commands.once(
                        key.with(wish),
                        pace.ofOneBuyer(),
                        SeatResource.Order.class,
                        () -> SeatResource.Order.of(opening.buyAlone(me.member(), Code.read(code), request)))
                .with(HttpStatus.CREATED);
    }

    private OfferResource resource(OfferCard offer, List<PointChoice> choices) {
        return OfferResource.of(offer, pictures.url(offer.picture(), offer.title(), PICTURE_WIDTH), choices);
    }
}
