package tuanju.order.book;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.order.OrderKind;
import tuanju.order.OrderLineCard;
import tuanju.order.OrderStatus;
import tuanju.order.Pickup;
import tuanju.order.aftersale.AllowanceGiven;
import tuanju.order.aftersale.LineChange;
import tuanju.order.dues.Due;
import tuanju.payment.RefundCard;
import tuanju.price.PriceResource;

/**
 * An order as the API shows it to its buyer; amounts in fen.
 *
 * @param price how what was asked came about when it was placed
 * @param netFen what it costs in the end: the amount less what was weighed or given back while the goods stay
 * @param attribution the link its buyer came by; null where there is none
 */
record OrderResource(
        String code,
        OrderKind kind,
        OrderStatus status,
        String title,
        int pieces,
        long amountFen,
        long netFen,
        PriceResource price,
        List<Owes> dues,
        Instant placedAt,
        @Nullable Instant payBefore,
        @Nullable String team,
        @Nullable String cycle,
        Place pickup,
        @Nullable String pickupCode,
        String note,
        List<Line> lines,
        List<Step> timeline,
        List<Change> changes,
        List<Given> allowances,
        List<Refund> refunds,
        @Nullable Attribution attribution) {

    /** Where and when it is handed over. */
    record Place(
            UUID point,
            String name,
            String address,
            String hours,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** An amount of what it costs now, and where that is. */
    record Owes(Due.Standing standing, long amountFen) {
        static Owes of(Due due) {
            return new Owes(due.standing(), due.amount().fen());
        }
    }

    /** A line; item is the product of a cycle or the offer it was ordered from, discountFen what its pieces cost less than their price, grams is null unless they were weighed, netFen what they cost in the end. */
    record Line(
            UUID id,
            @Nullable UUID item,
            String product,
            String spec,
            long unitPriceFen,
            int quantity,
            long discountFen,
            long amountFen,
            @Nullable Integer grams,
            long netFen) {}

    record Step(@Nullable OrderStatus from, OrderStatus to, Instant at, String cause) {}

    /** A line that became fewer, and why. */
    record Change(
            UUID line, String product, String spec, int was, int becomes, long returnedFen, Instant at, String cause) {}

    /** Money that went back while the goods stayed, and why. */
    record Given(String product, String spec, long amountFen, Instant at, String cause) {}

    /** Money that went back, or stayed as its buyer's credit. */
    record Refund(
            long amountFen,
            String reason,
            boolean stayed,
            Instant requested,
            @Nullable Instant done) {}

    /** The link its buyer came by; the sharer by the name that strangers see. */
    record Attribution(String link, String sharer, Instant at) {
        static Attribution of(OrderOrigin origin) {
            return new Attribution(origin.link().value(), origin.sharer(), origin.at());
        }
    }

    static OrderResource of(OrderDetail order, @Nullable OrderOrigin origin) {
        var card = order.card();
        var source = card.source() == null ? null : card.source().value();
        return new OrderResource(
                card.code().value(),
                card.kind(),
                card.status(),
                card.title(),
                card.pieces(),
                card.amount().fen(),
                order.net().fen(),
                PriceResource.of(order.price()),
                card.dues().all().stream().map(Owes::of).toList(),
                card.placedAt(),
                card.payBefore(),
                card.kind() == OrderKind.TEAM ? source : null,
                card.kind() == OrderKind.CYCLE || card.kind() == OrderKind.IMPORT ? source : null,
                place(order.pickup(), card.payable()),
                card.pickupCode(),
                order.note(),
                order.lines().stream().map(OrderResource::line).toList(),
                order.timeline().stream().map(OrderResource::step).toList(),
                order.changes().stream().map(OrderResource::change).toList(),
                order.allowances().stream().map(OrderResource::given).toList(),
                order.refunds().stream().map(OrderResource::refund).toList(),
                origin == null ? null : Attribution.of(origin));
    }

    /** The exact door once it is paid for, the area before. */
    private static Place place(Pickup pickup, boolean isUnpaid) {
        return new Place(
                pickup.point(),
                pickup.name(),
                isUnpaid ? pickup.area() : pickup.address(),
                pickup.hours(),
                pickup.from(),
                pickup.until());
    }

    private static Line line(OrderLineCard line) {
        return new Line(
                line.id().value(),
                line.item(),
                line.productName(),
                line.spec(),
                line.unitPrice().fen(),
                line.quantity(),
                line.discount().fen(),
                line.amount().fen(),
                line.grams(),
                line.net().fen());
    }

    private static Step step(OrderStep step) {
        return new Step(step.from(), step.to(), step.at(), step.cause());
    }

    private static Change change(LineChange change) {
        return new Change(
                change.line().value(),
                change.productName(),
                change.spec(),
                change.was(),
                change.becomes(),
                change.returned().fen(),
                change.at(),
                change.cause());
    }

    private static Given given(AllowanceGiven given) {
        return new Given(given.productName(), given.spec(), given.amount().fen(), given.at(), given.cause());
    }

    private static Refund refund(RefundCard refund) {
        return new Refund(refund.amount().fen(), refund.reason(), refund.stayed(), refund.requested(), refund.done());
    }
}
