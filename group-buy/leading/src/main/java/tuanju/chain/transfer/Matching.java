package tuanju.chain.transfer;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.address.Door;
import tuanju.money.Money;

/** Finds the order that a transfer pays: by itself only where amount and name are the same and nothing else fits. */
public final class Matching {

    private static final int MOST_CHOICES = 12;

    private final List<Payment> payments;
    private final List<Bag> open;
    private final List<Bag> elsewhere;

    private Matching(List<Sent> sent, List<Open> open, List<Open> elsewhere) {
        this.payments = sent.stream().map(Payment::of).toList();
        this.open = open.stream().map(Bag::of).toList();
        this.elsewhere = elsewhere.stream().map(Bag::of).toList();
    }

    /**
     * What was found for each of these transfers.
     *
     * @param sent transfers that are not used yet
     * @param open orders of this cycle that are not paid
     * @param elsewhere those of the leader's other cycles: what fits one of these as well is asked about
     */
    public static List<Found> of(List<Sent> sent, List<Open> open, List<Open> elsewhere) {
        var matching = new Matching(sent, open, elsewhere);
        return matching.payments.stream().map(matching::find).toList();
    }

    /** A transfer that is not used yet. */
    public record Sent(UUID transfer, String from, String note, Money amount) {}

    /** An order that is not paid, and what is asked for it. */
    public record Open(UUID guest, String name, Door door, Money amount) {}

    /**
     * What was found for one transfer.
     *
     * @param sure the guest whose one order it pays; null where the leader is asked
     * @param choices orders of the same amount, the likely ones first
     * @param alike orders of another amount whose name is like the payer's
     */
    public record Found(Sent sent, @Nullable UUID sure, List<Open> choices, List<Open> alike) {

        /** Nothing fits, neither by amount nor by name. */
        public boolean isNobodys() {
            return choices.isEmpty() && alike.isEmpty();
        }
    }

    /** @param door what a door says that stands with the name or in the note; empty without */
    private record Payment(Sent sent, PayerName name, String door) {

        static Payment of(Sent sent) {
            return new Payment(
                    sent,
                    PayerName.of(sent.from()),
                    PayerName.of(sent.from() + " " + sent.note()).door());
        }
    }

    private record Bag(Open order, PayerName name, String door) {

        static Bag of(Open order) {
            var door = order.door();
            return new Bag(
                    order,
                    PayerName.of(order.name()),
                    (door.building() + door.unit() + door.room()).replaceAll("\\D", ""));
        }

        boolean costs(Payment payment) {
            return order.amount().equals(payment.sent().amount());
        }

        boolean isAtAnotherDoorThan(Payment payment) {
            return !payment.door().isEmpty()
                    && !door.isEmpty()
                    && !payment.door().equals(door);
        }

        boolean isPaidBy(Payment payment) {
            return costs(payment) && name.isSame(payment.name()) && !isAtAnotherDoorThan(payment);
        }
    }

    private Found find(Payment one) {
        var fitting = open.stream().filter(bag -> bag.isPaidBy(one)).toList();
        boolean sure = fitting.size() == 1
                && elsewhere.stream().noneMatch(bag -> bag.isPaidBy(one))
                && payments.stream().filter(fitting.getFirst()::isPaidBy).count() == 1;
        return new Found(one.sent(), sure ? fitting.getFirst().order().guest() : null, choices(one), alike(one));
    }

    private List<Open> choices(Payment one) {
        return open.stream()
                .filter(bag -> bag.costs(one))
                .sorted(Comparator.comparing((Bag bag) -> likelihood(one, bag)).reversed())
                .limit(MOST_CHOICES)
                .map(Bag::order)
                .toList();
    }

    private List<Open> alike(Payment one) {
        return open.stream()
                .filter(bag -> !bag.costs(one) && bag.name().isLike(one.name()))
                .limit(MOST_CHOICES)
                .map(Bag::order)
                .toList();
    }

    private static int likelihood(Payment one, Bag bag) {
        int name = bag.name().isSame(one.name()) ? 4 : bag.name().isLike(one.name()) ? 2 : 0;
        return name + (!one.door().isEmpty() && one.door().equals(bag.door()) ? 3 : 0);
    }
}
