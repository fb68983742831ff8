package tuanju.cycle.ordering;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.CycleView.MyOrder;
import tuanju.cycle.TypedDoor;
import tuanju.cycle.planning.CycleForm;
import tuanju.member.Household;
import tuanju.price.BroughtAlong;
import tuanju.price.CouponChoice;
import tuanju.price.Discount;
import tuanju.price.Price;

/**
 * What somebody chose on a cycle's page, as they typed it: kept while they sign in, and when something must be put right.
 *
 * @param typed by the names of the form's fields
 */
record CycleBasket(Map<String, String> typed) {

    private static final String QUANTITY = "quantity-";
    private static final String UP_TO = "upTo-";
    private static final String KEEP = "keep-";
    private static final String COUPON = "coupon-";
    private static final Set<String> KEPT = Set.of(
            "lane",
            "building",
            "unit",
            "unitless",
            "room",
            "point",
            "linkless",
            "provider",
            "useCredit",
            "creditOffered");
    private static final int MOST_PIECES = 999;

    /** So many pieces and nothing else. */
    static CycleBasket of(Map<UUID, Integer> pieces) {
        var typed = new LinkedHashMap<String, String>();
        pieces.forEach((product, wanted) -> typed.put(QUANTITY + product, String.valueOf(wanted)));
        return new CycleBasket(typed);
    }

    /** With what this order has of each product where nothing else is wanted of it. */
    CycleBasket changing(MyOrder order) {
        var all = new LinkedHashMap<>(typed);
        order.shares().forEach(it -> all.put(QUANTITY + it.product(), String.valueOf(it.quantity())));
        typed.forEach((name, wanted) -> {
            if (name.startsWith(KEEP)) {
                all.put(QUANTITY + name.substring(KEEP.length()), wanted);
            }
        });
        return new CycleBasket(all);
    }

    /** What is wanted of each product of an order from now on. */
    Map<UUID, Integer> kept() {
        return numbers(KEEP);
    }

    /** The cycle's page on which this order is changed, with what is wanted of it. */
    String changing(Code cycle, Code order) {
        var path = UriComponentsBuilder.fromPath("/c/" + cycle).queryParam("change", order.value());
        typed.forEach((name, value) -> {
            if (name.startsWith(KEEP) && !value.isBlank()) {
                path.queryParam(name, value);
            }
        });
        return path.build().encode().toUriString() + "#price";
    }

    /** With this household where no other was typed. */
    CycleBasket at(Household door) {
        var all = new LinkedHashMap<>(typed);
        if (Stream.of("lane", "building", "unit", "room").noneMatch(all::containsKey)) {
            all.put("lane", door.lane());
            all.put("building", door.building());
            all.put("unit", door.unit());
            all.put("room", door.room());
        }
        return new CycleBasket(all);
    }

    /** With this note where none was typed. */
    CycleBasket with(String note) {
        var all = new LinkedHashMap<>(typed);
        if (!note.isEmpty()) {
            all.putIfAbsent("note", note);
        }
        return new CycleBasket(all);
    }

    /** What the field of this name shows. */
    public String field(String name) {
        return typed.getOrDefault(name, "");
    }

    /** What the field of this product's pieces shows. */
    public String pieces(UUID product) {
        var pieces = field(QUANTITY + product);
        return pieces.isBlank() ? "0" : pieces;
    }

    /** What the field of the most pieces of this product shows. */
    public String upTo(UUID product) {
        return field(UP_TO + product);
    }

    /** Which of the coupons that the page showed are still ticked. */
    BroughtAlong brought() {
        return CouponChoice.of(field("offered"), it -> !field(COUPON + it).isBlank());
    }

    /** What the page said of the leader's discount and of its prices when it was filled in. */
    ShownPrice shown() {
        return new ShownPrice(payable(), field("discount"), field("prices"));
    }

    /** What was said it costs, if that was said of this basket; null where no sum was. */
    private @Nullable Long payable() {
        var said = field("payable");
        return said.matches("[0-9]{1,12}@" + word()) ? Long.valueOf(said.substring(0, said.indexOf('@'))) : null;
    }

    /** What is in it and which coupons are ticked, in one word. */
    String word() {
        return word(typed.keySet().stream().filter(it -> it.startsWith(COUPON)));
    }

    /** The same once the boxes stand as this price has ticked them. */
    public String word(Price price) {
        return word(price.discounts().stream()
                .map(Discount::code)
                .filter(Objects::nonNull)
                .map(it -> COUPON + it));
    }

    private String word(Stream<String> coupons) {
        var chosen = new TreeMap<String, String>();
        typed.forEach((name, value) -> {
            boolean isPieces = name.startsWith(QUANTITY) || name.startsWith(UP_TO);
            if (isPieces && !value.isBlank() && !value.strip().equals("0")) {
                chosen.put(name, value.strip());
            }
        });
        coupons.forEach(it -> chosen.put(it, ""));
        return Integer.toHexString(chosen.hashCode());
    }

    /** Refuses with Invalid what is not a plain number of pieces, and with NotFound what is no product. */
    CycleOrdering.Wish wish() {
        return new CycleOrdering.Wish(
                numbers(QUANTITY), numbers(UP_TO), typedDoor().door(), field("note"), point());
    }

    public TypedDoor typedDoor() {
        return new TypedDoor(field("lane"), field("building"), field("unit"), field("room"));
    }

    /** Whether they say that their home has no unit. */
    public boolean isWithoutUnit() {
        return !field("unitless").isBlank();
    }

    /** Whether the order shall not count for whose link led here. */
    public boolean isLinkless() {
        return !field("linkless").isBlank();
    }

    /** How the buyer wants to pay; null where they did not say. */
    public @Nullable String provider() {
        return field("provider").isBlank() ? null : field("provider");
    }

    /** Whether as much as possible is paid with what they have here. */
    public boolean isWithCredit() {
        return !field("useCredit").isBlank();
    }

    /** Whether the box for it is ticked: where it was shown before, as it was left. */
    public boolean isCreditTicked() {
        return isWithCredit() || field("creditOffered").isBlank();
    }

    private @Nullable UUID point() {
        return field("point").isBlank() ? null : CycleForm.uuid("point", field("point"));
    }

    /** Whether this point is chosen. */
    public boolean isAt(UUID point) {
        return field("point").equals(point.toString());
    }

    /** Pieces by product of the fields whose names begin so. */
    Map<UUID, Integer> numbers(String prefix) {
        var numbers = new LinkedHashMap<UUID, Integer>();
        typed.forEach((name, pieces) -> {
            if (name.startsWith(prefix) && !pieces.isBlank()) {
                numbers.put(product(name.substring(prefix.length())), quantity(pieces.strip()));
            }
        });
        return numbers;
    }

    /** The cycle's page with this basket, for coming back after signing in; a note stays out of addresses. */
    String path(Code cycle) {
        var path = UriComponentsBuilder.fromPath("/c/" + cycle);
        typed.forEach((name, value) -> {
            boolean chosen = name.startsWith(QUANTITY) || name.startsWith(UP_TO)
                    ? !value.equals("0")
                    : KEPT.contains(name) || isCoupon(name) && CouponChoice.isOffered(value);
            if (chosen && !value.isBlank()) {
                path.queryParam(name, value);
            }
        });
        return path.build().encode().toUriString();
    }

    private static boolean isCoupon(String name) {
        return name.equals("offered") || name.startsWith(COUPON);
    }

    private static UUID product(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unreadable) {
            throw new NotFound();
        }
    }

    private static int quantity(String typed) {
        if (!typed.matches("[0-9]{1,3}")) {
            throw new Invalid("quantities", "cycle-quantity", MOST_PIECES);
        }
        return Integer.parseInt(typed);
    }
}
