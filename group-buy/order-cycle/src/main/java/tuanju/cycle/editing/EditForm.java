package tuanju.cycle.editing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.cycle.CyclePoint;
import tuanju.money.Money;

/** The page's form, as typed: fields are named for what they are and for their product or point. */
record EditForm(Map<String, String> typed, ZoneId zone) {

    static final List<String> NEW = List.of("new1", "new2", "new3");

    EditForm {
        typed = Map.copyOf(typed);
    }

    /** Nothing typed yet. */
    boolean isBlank() {
        return !typed.containsKey("edition");
    }

    EditWish wish(Edition now, List<CyclePoint> offered) {
        if (!text("edition").matches("\\d{1,6}")) {
            throw CannotEdit.lookAgain();
        }
        return new EditWish(
                Integer.parseInt(text("edition")),
                text("title"),
                text("introduction"),
                read("cutOff", now.cutOff()),
                offered.stream()
                        .filter(it -> !text("at-" + it.point()).isEmpty())
                        .map(it -> new EditWish.At(
                                it.point(),
                                read("from-" + it.point(), it.from()),
                                read("until-" + it.point(), it.until())))
                        .toList(),
                goods(now),
                text("seen").isEmpty() ? null : text("seen"));
    }

    private List<EditWish.Goods> goods(Edition now) {
        var all = new ArrayList<EditWish.Goods>();
        for (var goods : now.goods()) {
            var key = goods.id().toString();
            if (typed.containsKey("price-" + key)) {
                all.add(goods(goods.id(), key));
            }
        }
        NEW.stream()
                .filter(it -> !(text("sku-" + it) + text("name-" + it) + text("price-" + it)).isEmpty())
                .forEach(it -> all.add(goods(null, it)));
        return all;
    }

    private EditWish.Goods goods(@Nullable UUID id, String key) {
        return new EditWish.Goods(
                id,
                text("sku-" + key).isEmpty() ? null : uuid(text("sku-" + key)),
                typed.containsKey("name-" + key) ? text("name-" + key) : null,
                typed.containsKey("spec-" + key) ? text("spec-" + key) : null,
                price("price-" + key),
                text("limit-" + key).isEmpty() ? 0 : whole("limit-" + key),
                typed.containsKey("case-" + key) ? pieces("case-" + key) : null,
                text("about-" + key),
                id != null && text("sold-" + key).isEmpty());
    }

    private long price(String field) {
        var price = text(field);
        if (price.isEmpty()) {
            throw new Invalid(field, "cycle-price-missing");
        }
        if (!price.matches("\\d{1,6}(\\.\\d{1,2})?") || Money.ofYuan(price).isZero()) {
            throw new Invalid(field, "cycle-price-unreadable", price);
        }
        return Money.ofYuan(price).fen();
    }

    /** In a case; one where nothing is typed. */
    private int pieces(String field) {
        return text(field).isEmpty() ? 1 : whole(field);
    }

    private int whole(String field) {
        if (!text(field).matches("\\d{1,5}")) {
            throw new Invalid(field, "cycle-limit-unreadable", text(field));
        }
        return Integer.parseInt(text(field));
    }

    /** Minutes are typed: what still says the same is the same. */
    private Instant read(String field, Instant now) {
        try {
            return text(field).equals(shown(now))
                    ? now
                    : LocalDateTime.parse(text(field)).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw new Invalid(field, "cycle-time-unreadable");
        }
    }

    private static UUID uuid(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException unreadable) {
            throw new Invalid("products", "cycle-choice-missing");
        }
    }

    private String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** As typed, else as it is. */
    public String or(String field, String now) {
        return isBlank() ? now : typed.getOrDefault(field, "");
    }

    public boolean ticked(String field, boolean now) {
        return isBlank() ? now : typed.containsKey(field);
    }

    public String moment(String field, Instant now) {
        return or(field, shown(now));
    }

    private String shown(Instant now) {
        return now.atZone(zone)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** The rows for products that are new. */
    public List<String> rows() {
        return NEW;
    }
}
