package tuanju.catalog;

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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.catalog.ProductOnDesk.Variant;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.SignedIn;

/** For operators over REST: variants of a product, their prices and how many are here. */
@RestController
@RequiredArgsConstructor
@RequestMapping(SkuDeskResources.HERE)
class SkuDeskResources {

    static final String HERE = ProductDeskResources.HERE + "/{product}/skus";

    private final Catalog catalog;
    private final ProductEditing editing;
    private final Stocking stocking;
    private final Communities communities;
    private final Commands commands;

    /** The product that a variant is of, as it stands in the address. */
    record Place(String community, UUID product) {
        private String path(UUID sku) {
            return HERE.replace("{community}", community).replace("{product}", product.toString()) + "/" + sku;
        }
    }

    /**
     * What a variant is.
     *
     * @param priceFen the price of buying alone
     * @param perPersonLimit pieces each person may hold; null without a limit
     */
    record Wanted(
            @Nullable String spec,
            @Nullable Long priceFen,
            @Nullable Integer perPersonLimit) {

        private SkuForm form() {
            return new SkuForm(
                    SkuDraft.words(spec),
                    TypedPrice.checked("priceFen", priceFen),
                    perPersonLimit == null ? null : SkuDraft.checkedLimit("perPersonLimit", perPersonLimit));
        }
    }

    /** Pieces that came, or with a minus went. */
    record Change(int pieces) {}

    /** Its stock is not counted until pieces came. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Variant> add(
            @AuthenticationPrincipal SignedIn me, Place place, @RequestBody Wanted wanted, CommandKey key) {
        var home = home(place);
        var id = commands.once(
                key.with(wanted),
                UUID.class,
                () -> editing.addSku(home, new ProductId(place.product()), wanted.form(), me.member())
                        .value());
        return id.createdAt(place.path(id.value()), one(place, id.value()));
    }

    @GetMapping("/{sku}")
    Variant one(Place place, @PathVariable UUID sku) {
        return catalog.product(home(place), new ProductId(place.product())).skus().stream()
                .filter(it -> it.id().value().equals(sku))
                .findFirst()
                .map(Variant::of)
                .orElseThrow(NotFound::new);
    }

    @PutMapping("/{sku}")
    Variant edit(
            @AuthenticationPrincipal SignedIn me, Place place, @PathVariable UUID sku, @RequestBody Wanted wanted) {
        one(place, sku);
        editing.editSku(home(place), new SkuId(sku), wanted.form(), me.member());
        return one(place, sku);
    }

    /** Always by what came or went, so that orders placed meanwhile are not lost. */
    @PostMapping("/{sku}/stock-changes")
    ResponseEntity<Variant> count(
            @AuthenticationPrincipal SignedIn me,
            Place place,
            @PathVariable UUID sku,
            @RequestBody Change change,
            CommandKey key) {
        one(place, sku);
        var answer = commands.once(key.with(change), UUID.class, () -> {
            stocking.adjust(home(place), new SkuId(sku), Stocking.checked(change.pieces()), me.member());
            return sku;
        });
        return answer.with(HttpStatus.OK, one(place, sku));
    }

    private CommunityId home(Place place) {
        return communities.find(place.community()).orElseThrow(NotFound::new).id();
    }
}
