package tuanju.desk.handover;

import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.desk.HandoverParts;
import tuanju.desk.Handovers;
import tuanju.order.OrderId;
import tuanju.order.book.OrderRemark;
import tuanju.order.book.OrderRemarks;

/** Tells buyers on the page of their order where the bag was left, and what they have of it already. */
@Component
@RequiredArgsConstructor
class DeskRemarks implements OrderRemarks {

    private final Handovers handovers;
    private final HandoverParts parts;

    @Override
    public List<OrderRemark> about(CommunityId community, OrderId order) {
        var one = List.of(order.value());
        var earlier = parts.of(community, one).values().stream()
                .flatMap(List::stream)
                .map(part -> new OrderRemark(
                        "bag",
                        "desk.remark.part",
                        List.of(
                                part.pieces().title(),
                                String.valueOf(part.pieces().pieces())),
                        part.at(),
                        "",
                        null));
        var left = handovers.of(community, one).values().stream()
                .filter(note -> !note.leftWith().isEmpty())
                .map(note ->
                        new OrderRemark("door", "desk.remark.left", List.of(note.leftWith()), note.at(), "", null));
        return Stream.concat(earlier, left).toList();
    }
}
