package tuanju.catalog.desk;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.catalog.ProductEditing;
import tuanju.catalog.SkuId;
import tuanju.catalog.Stocking;
import tuanju.catalog.TypedPrice;
import tuanju.command.Invalid;
import tuanju.command.Plain;
import tuanju.member.MemberId;
import tuanju.money.Money;

/** Prices and stock of many variants from a pasted sheet: first what each line would do, then all that can be read at once. */
@Component
@RequiredArgsConstructor
class PriceSheet {

    private static final int MOST_LINES = 500;
    private static final int LONGEST = 60_000;
    private static final Pattern TOKEN =
            Pattern.compile("[0-9]{1,4}:[0-9a-f-]{36}:[0-9]{1,8}:[0-9]{0,8}:([0-9]{1,9}|-)?:[0-9]{0,9}");

    private final JdbcClient jdbc;
    private final ProductEditing editing;
    private final Stocking stocking;

    /**
     * What a line would do.
     *
     * @param variant null where none is meant
     * @param price null where it stays
     * @param onHand how many are here then; null where they stay as they are
     * @param problem a message; null where it can be done
     */
    record Read(
            SheetLine line,
            @Nullable VariantLine variant,
            @Nullable Money price,
            @Nullable Integer onHand,
            @Nullable String problem) {

        public boolean isChange() {
            return problem == null && (price != null || onHand != null);
        }

        public boolean isSame() {
            return problem == null && price == null && onHand == null;
        }

        /** What it changes from what to what; two of one token do the same. */
        public String token() {
            var it = Objects.requireNonNull(variant);
            return "%d:%s:%d:%s:%s:%s"
                    .formatted(
                            line.number(),
                            it.id().value(),
                            it.price().fen(),
                            price == null ? "" : price.fen(),
                            onHand == null ? "" : Objects.toString(it.onHand(), "-"),
                            onHand == null ? "" : onHand);
        }

        private static Read problem(SheetLine line, @Nullable VariantLine variant, String what) {
            return new Read(line, variant, null, null, "catalog.sheet.problem." + what);
        }
    }

    /** A line that was confirmed, and why it was left; null where it was done. */
    record Done(String name, @Nullable String why) {}

    /** Line by line. Refuses with Invalid of "text" nothing, and more than is done at once. */
    @Transactional(readOnly = true)
    public List<Read> read(String typed) {
        return read(typed, "");
    }

    private List<Read> read(String typed, String locking) {
        var lines = SheetLine.read(Plain.legible(Plain.text("text", typed)));
        if (lines.isEmpty()) {
            throw new Invalid("text", "field-empty");
        }
        if (lines.size() > MOST_LINES || typed.length() > LONGEST) {
            throw new Invalid("text", "sheet-too-long", MOST_LINES);
        }
        var known = variants(lines, locking);
        var met = new HashSet<SkuId>();
        return lines.stream().map(it -> read(it, known, met)).toList();
    }

    /**
     * Does what was confirmed, where it still is the same change, and names what is left; nobody else changes these variants
     * meanwhile. Refuses like read, and where nothing was confirmed.
     *
     * @param confirmed tokens; empty for all that can be read
     */
    @Transactional
    public List<Done> apply(String typed, Set<String> confirmed, MemberId by) {
        if (confirmed.stream().anyMatch(it -> !TOKEN.matcher(it).matches())) {
            throw new Invalid("confirmed", "rows-unknown");
        }
        var changes = read(typed, " order by s.id for no key update of s").stream()
                .filter(Read::isChange)
                .collect(Collectors.toMap(Read::token, it -> it, (a, b) -> a, LinkedHashMap::new));
        var wanted = confirmed.isEmpty() ? changes.keySet() : confirmed;
        if (wanted.isEmpty()) {
            throw new SheetWithoutChange();
        }
        var done =
                wanted.stream().filter(changes::containsKey).map(changes::get).toList();
        done.forEach(it -> change(it, by));
        stock(done, by);
        return wanted.stream()
                .map(it -> changes.containsKey(it)
                        ? new Done(title(changes.get(it)), null)
                        : new Done(it.substring(0, Math.max(0, it.indexOf(':'))), "catalog.sheet.changed"))
                .toList();
    }

    private void change(Read it, MemberId by) {
        var variant = Objects.requireNonNull(it.variant());
        var price = it.price();
        if (price != null) {
            editing.reprice(variant.community(), variant.id(), before -> Optional.of(price), by);
        }
    }

    private void stock(List<Read> done, MemberId by) {
        var stock = done.stream()
                .filter(it -> it.onHand() != null)
                .map(it -> {
                    var variant = Objects.requireNonNull(it.variant());
                    int before = variant.onHand() == null ? 0 : variant.onHand();
                    return new Stocking.Change(
                            variant.community(), variant.id(), Objects.requireNonNull(it.onHand()) - before);
                })
                .toList();
        if (!stock.isEmpty()) {
            stocking.adjust(stock, by);
        }
    }

    private static String title(@Nullable Read it) {
        return it == null || it.variant() == null ? "" : it.variant().title();
    }

    private Map<String, List<VariantLine>> variants(List<SheetLine> lines, String locking) {
        return jdbc
                .sql("select " + VariantLine.COLUMNS + """
                         from sku s join product p on p.community_id = s.community_id and p.id = s.product_id
                        where p.code = any(:codes) and p.archived_at is null and s.archived_at is null
                        """ + locking)
                .param("codes", lines.stream().map(SheetLine::code).distinct().toArray(String[]::new))
                .query(VariantLine::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(VariantLine::code));
    }

    private static Read read(SheetLine line, Map<String, List<VariantLine>> known, Set<SkuId> met) {
        var variants = known.getOrDefault(line.code(), List.of());
        if (variants.isEmpty()) {
            return Read.problem(line, null, "code");
        }
        var meant = variants.stream()
                .filter(it -> variants.size() == 1 && line.spec().isEmpty()
                        || it.spec().equalsIgnoreCase(line.spec()))
                .toList();
        if (meant.size() != 1) {
            return Read.problem(line, null, "spec");
        }
        return met.add(meant.getFirst().id())
                ? read(line, meant.getFirst())
                : Read.problem(line, meant.getFirst(), "twice");
    }

    private static Read read(SheetLine line, VariantLine variant) {
        var price = price(line, variant);
        if (price == null) {
            return Read.problem(line, variant, "price");
        }
        if (!line.pieces().isEmpty() && !plain(line.pieces()).matches("[+-]?[0-9]{1,5}")) {
            return Read.problem(line, variant, "pieces");
        }
        var onHand = onHand(line, variant);
        return onHand != null && onHand < variant.reserved()
                ? Read.problem(line, variant, "held")
                : new Read(line, variant, price.equals(variant.price()) ? null : price, onHand, null);
    }

    /** What it shall cost; null where that cannot be read. */
    private static @Nullable Money price(SheetLine line, VariantLine variant) {
        try {
            return line.price().isEmpty() ? variant.price() : Money.ofFen(TypedPrice.fen("text", line.price()));
        } catch (Invalid unreadable) {
            return null;
        }
    }

    /** How many are here then: a number is a count, one with a sign came or went; null where nothing changes. */
    private static @Nullable Integer onHand(SheetLine line, VariantLine variant) {
        if (line.pieces().isEmpty()) {
            return null;
        }
        var typed = plain(line.pieces());
        int number = Integer.parseInt(typed);
        int before = variant.onHand() == null ? 0 : variant.onHand();
        int then = Character.isDigit(typed.charAt(0)) ? number : before + number;
        return variant.onHand() != null && then == before ? null : then;
    }

    private static String plain(String pieces) {
        return pieces.replace('−', '-').replace('＋', '+');
    }
}
