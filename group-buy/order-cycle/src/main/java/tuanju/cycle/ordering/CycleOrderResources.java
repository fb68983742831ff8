package tuanju.cycle.ordering;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.TypedDoor;
import tuanju.cycle.planning.CycleForm;
import tuanju.link.Touch;
import tuanju.member.SignedIn;
import tuanju.order.paying.OrderPace;
import tuanju.price.BroughtAlong;

/** Ordering in a cycle, for programs: order, and take fewer or leave before the cut-off. */
@RestController
@RequestMapping("/api/v1/cycles/{code}/orders")
@RequiredArgsConstructor
class CycleOrderResources {

    private static final String REPLAYED = "Idempotent-Replayed";

    private final CycleOrdering ordering;
    private final CycleChanging changing;
    private final Commands commands;
    private final OrderPace pace;

    /**
     * An order to place; its pickup point by id, needed only where the cycle has several.
     *
     * @param payableFen what a quote said; 409 cycle-price-changed where it costs something else now
     * @param from the code of the link that led here; one that does not count changes nothing
     * @param coupons codes of the buyer's coupons to use, 409 discount-gone where one cannot be; the best set where nothing is said
     */
    record NewOrder(
            List<Item> items,
            @Nullable String lane,
            @Nullable String building,
            @Nullable String unit,
            @Nullable String room,
            @Nullable String note,
            @Nullable UUID point,
            @Nullable Long payableFen,
            @Nullable String from,
            @Nullable List<String> coupons) {

        NewOrder {
            items = List.copyOf(items);
        }

        CycleOrdering.Wish wish() {
            return new CycleOrdering.Wish(
                    numbers(items, Item::quantity),
                    numbers(items, it -> it.upTo() == null ? 0 : it.upTo()),
                    new TypedDoor(lane, building, unit, room).door(),
                    CycleForm.text(note),
                    point);
        }
    }

    /**
     * Pieces of one product.
     *
     * @param upTo the most they would take to fill a case; paid for, and given back unless needed
     */
    record Item(UUID product, int quantity, @Nullable Integer upTo) {}

    /** An order as it stands after the command. */
    record Placed(String code, long amountFen) {}

    /** Fewer pieces of an order; products not named stay, none of all leaves the cycle. */
    record Fewer(List<Item> items) {

        Fewer {
            items = List.copyOf(items);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Placed> order(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestBody NewOrder wanted,
            CommandKey key) {
        var answer = commands.once(key.with(wanted), pace.ofOneBuyer(), Placed.class, () -> {
            var came = new CycleOrdering.Came(
                    new ShownPrice(wanted.payableFen(), null),
                    Touch.read(wanted.from()).orElse(null),
                    BroughtAlong.only(wanted.coupons()));
            var placed = ordering.order(me.member(), code, wanted.wish(), came);
            return new Placed(placed.code().value(), placed.amount().fen());
        });
        var response = ResponseEntity.created(
                URI.create("/api/v1/orders/" + answer.value().code()));
        return (answer.replayed() ? response.header(REPLAYED, "true") : response).body(answer.value());
    }

    @PatchMapping("/{order}")
    ResponseEntity<Void> fewer(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable Code order,
            @RequestBody Fewer fewer,
            CommandKey key) {
        var answer = commands.once(key.with(fewer), String.class, () -> {
            changing.keep(me.member(), code, order, numbers(fewer.items(), Item::quantity));
            return order.value();
        });
        var response = ResponseEntity.noContent();
        return (answer.replayed() ? response.header(REPLAYED, "true") : response).build();
    }

    private static Map<UUID, Integer> numbers(List<Item> items, ToIntFunction<Item> number) {
        if (items.stream().map(Item::product).distinct().count() < items.size()) {
            throw new Invalid("items", "cycle-product-twice");
        }
        return items.stream().collect(Collectors.toMap(Item::product, number::applyAsInt));
    }
}
