package tuanju.teambuy.offering;

import java.time.Instant;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.catalog.SkuId;
import tuanju.catalog.TypedPrice;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.link.BroughtResource;
import tuanju.member.SignedIn;
import tuanju.membership.Visibility;
import tuanju.teambuy.OfferCard;
import tuanju.teambuy.OfferShelf;
import tuanju.teambuy.OfferStatus;
import tuanju.teambuy.TeamOffers;

/** For operators over REST: making team offers, changing, pausing and ending them. */
@RestController
@RequiredArgsConstructor
@RequestMapping(OfferDeskResources.HERE)
class OfferDeskResources {

    static final String HERE = "/api/v1/operator";

    private static final int PAGE = 50;

    private final OfferShelf shelf;
    private final TeamOffers offers;
    private final TeamOfferEditing editing;
    private final OfferLinks links;
    private final Communities communities;
    private final Commands commands;

    /** A page of offers; next names the last one, to be sent as "after", and is null on the last page. */
    record Page(List<Offer> items, @Nullable String next) {}

    /**
     * An offer and whether teams can be opened under it.
     *
     * @param alonePriceFen the price of buying alone
     * @param left pieces that can still be bought; null where stock is not counted
     * @param open whether a team can be opened right now
     * @param visibility who may see it: PUBLIC, MEMBERS, or LEVEL_1 to LEVEL_9
     */
    record Offer(
            String code,
            UUID product,
            UUID sku,
            String title,
            String spec,
            long priceFen,
            long alonePriceFen,
            int size,
            int durationHours,
            int pickupAfterDays,
            @Nullable Integer left,
            int openTeams,
            OfferStatus status,
            boolean open,
            Instant startsAt,
            Instant endsAt,
            String visibility) {

        private static Offer of(OfferCard card) {
            return new Offer(
                    card.code().value(),
                    card.product().value(),
                    card.sku().value(),
                    card.title(),
                    card.spec(),
                    card.price().fen(),
                    card.alonePrice().fen(),
                    card.size(),
                    card.durationHours(),
                    card.pickupAfterDays(),
                    card.left(),
                    card.openTeams(),
                    card.status(),
                    card.open(),
                    card.startsAt(),
                    card.endsAt(),
                    card.visibility().word());
        }
    }

    /** What a team needs and gets from now on, and who may see it: where that is not said, whoever might before. */
    record Terms(
            @Nullable Long priceFen,
            @Nullable Integer size,
            @Nullable Integer durationHours,
            @Nullable Integer pickupAfterDays,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String visibility) {

        private OfferForm of(SkuId sku, Visibility before) {
            return new OfferForm(
                    sku,
                    TypedPrice.checked("priceFen", priceFen),
                    OfferDraft.checkedSeats("size", size),
                    OfferDraft.checkedHours("durationHours", durationHours),
                    OfferDraft.checkedDays("pickupAfterDays", pickupAfterDays),
                    moment("startsAt", startsAt),
                    moment("endsAt", endsAt),
                    visibility == null ? before : Visibility.of(visibility));
        }

        private static Instant moment(String field, @Nullable Instant said) {
            if (said == null) {
                throw new Invalid(field, "not-a-moment");
            }
            return said;
        }
    }

    /** What is offered to teams; the variant stays what it is. */
    record Wanted(
            @Nullable UUID sku,
            @Nullable Long priceFen,
            @Nullable Integer size,
            @Nullable Integer durationHours,
            @Nullable Integer pickupAfterDays,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String visibility) {

        private OfferForm form() {
            if (sku == null) {
                throw new Invalid("sku", "offer-sells-nothing");
            }
            return new Terms(priceFen, size, durationHours, pickupAfterDays, startsAt, endsAt, visibility)
                    .of(new SkuId(sku), Visibility.PUBLIC);
        }
    }

    /** Whether new teams can be opened. */
    record Standing(OfferStatus status) {}

    /** Newest first, of goods whose name, category or origin holds these words. */
    @GetMapping("/communities/{community}/team-offers")
    Page all(
            @PathVariable String community,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable OfferStatus status,
            @RequestParam(required = false) @Nullable String after) {
        var wanted = new OfferShelf.Wanted(home(community), status, q.strip());
        var found = shelf.offers(wanted, Code.after(after), PAGE + 1);
        var items = found.stream().limit(PAGE).map(Offer::of).toList();
        return new Page(items, found.size() > PAGE ? items.getLast().code() : null);
    }

    @PostMapping("/communities/{community}/team-offers")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Offer> create(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @RequestBody Wanted wanted,
            CommandKey key) {
        var home = home(community);
        var code = commands.once(
                key.with(wanted),
                String.class,
                () -> editing.create(home, wanted.form(), me.member()).value());
        return code.createdAt(HERE + "/team-offers/" + code.value(), one(new Code(code.value())));
    }

    @GetMapping("/team-offers/{offer}")
    Offer one(@PathVariable Code offer) {
        return Offer.of(offers.card(offer));
    }

    /** The links to an offer and its teams that brought most orders, at most 20. */
    record Links(List<BroughtResource> items) {}

    @GetMapping("/team-offers/{offer}/links")
    Links brought(@AuthenticationPrincipal SignedIn me, @PathVariable Code offer) {
        return new Links(links.of(offers.card(offer), me.member()).stream()
                .map(BroughtResource::of)
                .toList());
    }

    /** For teams opened from now on; what it sells stays. */
    @PutMapping("/team-offers/{offer}")
    Offer edit(@AuthenticationPrincipal SignedIn me, @PathVariable Code offer, @RequestBody Terms terms) {
        var before = offers.card(offer);
        editing.edit(offer, terms.of(before.sku(), before.visibility()), me.member());
        return one(offer);
    }

    /** Teams that are open keep their full time; ENDED is for good. */
    @PutMapping("/team-offers/{offer}/status")
    Offer place(@AuthenticationPrincipal SignedIn me, @PathVariable Code offer, @RequestBody Standing wanted) {
        switch (wanted.status()) {
            case OPEN -> editing.resume(offer, me.member());
            case PAUSED -> editing.pause(offer, me.member());
            case ENDED -> editing.end(offer, me.member());
        }
        return one(offer);
    }

    private CommunityId home(String community) {
        return communities.find(community).orElseThrow(NotFound::new).id();
    }
}
