package tuanju.cycle.importing;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.export.Remark;
import tuanju.cycle.importing.DoorQuestionResources.DoorParts;
import tuanju.cycle.ordering.Looks;
import tuanju.member.SignedIn;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;

/** Imported orders that wait for their leader's eye, for programs: a door is put right with PUT on the order's door. */
@RestController
@RequestMapping("/api/v1/cycles/{code}/looks")
@RequiredArgsConstructor
class LookResources {

    private final OrderCycles cycles;
    private final OrderBook book;
    private final Looks looks;
    private final CycleImporting importing;

    /** An order that was asked about, with the lines of the file that it came from. */
    record AskedOrder(String order, String recipient, DoorParts door, List<AskedLine> lines) {

        static AskedOrder of(OrderSheet order, List<Looks.Look> lines) {
            return new AskedOrder(
                    order.code().value(),
                    order.recipient(),
                    DoorParts.of(order.address().door()),
                    lines.stream()
                            .map(it -> new AskedLine(it.row(), it.written(), it.remarks()))
                            .toList());
        }
    }

    /** What one line of the file says of the address, and what was noticed. */
    record AskedLine(int row, String written, List<Remark> remarks) {}

    @GetMapping
    List<AskedOrder> open(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        var cycle = cycles.ledBy(me.member(), code);
        var orders = book.expectedOf(cycle.community(), cycle.id()).stream()
                .collect(Collectors.toMap(it -> it.id().value(), Function.identity()));
        return looks.open(cycle, orders.keySet()).entrySet().stream()
                .flatMap(it ->
                        Stream.ofNullable(orders.get(it.getKey())).map(order -> AskedOrder.of(order, it.getValue())))
                .toList();
    }

    /** The leader has looked, and the order is right as it is. */
    @DeleteMapping("/{order}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable Code order) {
        importing.settle(me.member(), code, order);
    }
}
