package tuanju.catalog.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    private final JdbcClient jdbc;
    private final ProductEditing editing;
    private final Stocking stocking;

    /**
     * What a line would do.
     *
     * @param variant null where none is meant
     * @param price null where it stays
     * @param pieces that come, or with a minus go; zero where they stay
     * @param problem a message; null where it can be done
     */
    record Read(
            SheetLine line,
            @Nullable VariantLine variant,
            @Nullable Money price,
            int pieces,
            @Nullable String problem) {

        public boolean isChange() {
            return problem == null && (price != null || pieces != 0);
        }

        private static Read problem(SheetLine line, @Nullable VariantLine variant, String what) {
            return new Read(line, variant, null, 0, "catalog.sheet.problem." + what);
        }
    }

    /** Line by line. Refuses with Invalid of "text" nothing, and more than is done at once. */
    @Transactional(readOnly = true)
    public List<Read> read(String typed) {
        var lines = SheetLine.read(Plain.legible(Plain.text("text", typed)));
        if (lines.isEmpty()) {
            throw new Invalid("text", "field-empty");
        }
        if (lines.size() > MOST_LINES || typed.length() > LONGEST) {
            throw new Invalid("text", "sheet-too-long", MOST_LINES);
        }
        var known = variants(lines);
        var met = new HashSet<SkuId>();
        return lines.stream().map(it -> read(it, known, met)).toList();
    }

    /** Does what can be read and answers how many variants it was done to. Refuses like read, and where nothing can be done. */
    @Transactional
    public int apply(String typed, MemberId by) {
        var changes = read(typed).stream().filter(Read::isChange).toList();
        if (changes.isEmpty()) {
            throw new Invalid("text", "sheet-without-change");
        }
        var stock = new ArrayList<Stocking.Change>();
        for (var it : changes) {
            var variant = Objects.requireNonNull(it.variant());
            if (it.price() != null) {
                editing.reprice(variant.community(), variant.id(), it.price(), by);
            }
            if (it.pieces() != 0) {
                stock.add(new Stocking.Change(variant.community(), variant.id(), it.pieces()));
            }
        }
        if (!stock.isEmpty() && stocking.adjust(stock, by).size() < stock.size()) {
            throw new Invalid("text", "sheet-stock-taken");
        }
        return changes.size();
    }

    private Map<String, List<VariantLine>> variants(List<SheetLine> lines) {
        return jdbc
                .sql("select " + VariantLine.COLUMNS + """
                         from sku s join product p on p.community_id = s.community_id and p.id = s.product_id
                        where p.code = any(:codes) and s.archived_at is null
                        """)
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
        var pieces = pieces(line, variant);
        if (pieces == null) {
            return Read.problem(line, variant, "pieces");
        }
        int onHand = variant.onHand() == null ? 0 : variant.onHand();
        return onHand + pieces < variant.reserved() && pieces != 0
                ? Read.problem(line, variant, "held")
                : new Read(line, variant, price.equals(variant.price()) ? null : price, pieces, null);
    }

    /** What it shall cost; null where that cannot be read. */
    private static @Nullable Money price(SheetLine line, VariantLine variant) {
        try {
            return line.price().isEmpty() ? variant.price() : Money.ofFen(TypedPrice.fen("text", line.price()));
        } catch (Invalid unreadable) {
            return null;
        }
    }

    /** How many come or go; null where that cannot be read. */
    private static @Nullable Integer pieces(SheetLine line, VariantLine variant) {
        var typed = line.pieces().replace('−', '-').replace('＋', '+');
        if (typed.isEmpty()) {
            return 0;
        }
        if (!typed.matches("[+-]?[0-9]{1,5}")) {
            return null;
        }
        int number = Integer.parseInt(typed);
        int onHand = variant.onHand() == null ? 0 : variant.onHand();
        return Character.isDigit(typed.charAt(0)) ? number - onHand : number;
    }
}
