package tuanju.pickup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** What a cycle's lists say at one moment, order by order: kept with each print, so that a later change can be told. */
@NamedInterface("rooms")
public record Standing(List<Entry> orders) {

    private static final int SHOWN_DIGITS = 6;

    public Standing {
        orders = List.copyOf(orders);
    }

    /**
     * One order, masked. Being handed over is no part of it: that does not make paper wrong.
     *
     * @param door building and room as the lists say them
     */
    public record Entry(
            String order, String point, String lane, String door, String people, String note, List<Line> lines) {
        public Entry {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line of an order.
     *
     * @param grams what its pieces weigh together; null unless they were weighed
     */
    public record Line(
            String product,
            int quantity,
            long amountFen,
            @Nullable Integer grams) {

        /** By the piece, or not weighed yet. */
        public Line(String product, int quantity, long amountFen) {
            this(product, quantity, amountFen, null);
        }

        /** Without a weight as before lines had one: paper of that time keeps its version. */
        @Override
        public String toString() {
            var said = "Line[product=" + product + ", quantity=" + quantity + ", amountFen=" + amountFen;
            return said + (grams == null ? "]" : ", grams=" + grams + "]");
        }
    }

    public static Standing of(Collection<Drop> drops) {
        return new Standing(drops.stream()
                .flatMap(drop -> drop.sheet().households().stream()
                        .flatMap(household -> household.orders().stream()
                                .map(order -> entry(drop.point().name(), household, order))))
                .sorted(Comparator.comparing(Entry::order))
                .toList());
    }

    /** What bags carried to their doors say, in the sequence they are walked. */
    static Standing walked(Collection<Household> households) {
        return new Standing(households.stream()
                .flatMap(household -> household.orders().stream()
                        .map(order -> entry(household.point().name(), household, order)))
                .toList());
    }

    /** Notes were masked; a phone typed where a room or a product belongs is masked here. */
    private static Entry entry(String point, Household household, PickupOrder order) {
        return new Entry(
                order.code(),
                Masked.note(point),
                Masked.note(order.door().lane()),
                Masked.note(household.door()),
                order.name(),
                Masked.note(order.note()),
                order.lines().stream()
                        .map(line -> new Line(
                                Masked.note(line.title()),
                                line.quantity(),
                                line.amount().fen(),
                                line.grams()))
                        .toList());
    }

    /** SHA-256 over everything it says, in hex. */
    public String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(digest.digest(orders.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** What stands on paper: equal on two sheets that say the same. */
    public String version() {
        return versionOf(fingerprint());
    }

    public static String versionOf(String fingerprint) {
        return fingerprint.substring(0, SHOWN_DIGITS);
    }
}
