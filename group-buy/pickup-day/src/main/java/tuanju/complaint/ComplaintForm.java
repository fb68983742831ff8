package tuanju.complaint;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.pickup.Household;
import tuanju.pickup.PickupLine;
import tuanju.pickup.PickupOrder;

/**
 * A complaint as it was typed at the desk.
 *
 * @param line which line of which order, as the page named it
 * @param yuan what is to go back; empty for the price of these pieces
 * @param kept the reference of a photo that came before, when this was refused
 */
record ComplaintForm(
        @Nullable String line,
        @Nullable ComplaintKind kind,
        @Nullable Integer pieces,
        @Nullable String yuan,
        @Nullable String note,
        @Nullable MultipartFile photo,
        @Nullable String kept) {

    static final ComplaintForm EMPTY = new ComplaintForm(null, ComplaintKind.DAMAGED, 1, null, null, null, null);

    ComplaintForm keeping(@Nullable String photo) {
        return new ComplaintForm(line, kind, pieces, yuan, note, null, photo);
    }

    /** A line to choose: how the page names it, and what it says. */
    record Choice(String name, PickupOrder order, PickupLine line) {}

    /** The lines of a bag. */
    static Stream<Choice> choices(Household bag) {
        return bag.orders().stream().flatMap(ComplaintForm::choices);
    }

    /** The goods of an order that cost something: of others nothing can go back. */
    static Stream<Choice> choices(PickupOrder order) {
        return Goods.of(order)
                .filter(line -> !line.amount().isZero())
                .map(line -> new Choice(nameOf(order, line), order, line));
    }

    /** What is reported of this bag, its photo stored elsewhere under this reference. Refuses with Invalid or NotFound. */
    Report report(Household bag, @Nullable String picture) {
        if (line == null || line.isBlank()) {
            throw new Invalid("line", "complaint-line");
        }
        var chosen =
                choices(bag).filter(it -> it.name().equals(line)).findFirst().orElseThrow(NotFound::new);
        return new Report(
                chosen.order(),
                chosen.line(),
                kind == null ? ComplaintKind.DAMAGED : kind,
                pieces == null ? 1 : pieces,
                Report.amount(yuan),
                note == null ? "" : note,
                picture);
    }

    /** The order's code and what tells its goods apart, whatever becomes of their sequence. */
    private static String nameOf(PickupOrder order, PickupLine line) {
        var apart = Integer.toHexString(Goods.key(line).hashCode());
        return order.code() + "-" + apart.toUpperCase(Locale.ROOT);
    }
}
