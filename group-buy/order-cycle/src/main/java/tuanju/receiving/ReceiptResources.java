package tuanju.receiving;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.deputy.Right;
import tuanju.member.SignedIn;

/** What came of a cycle's goods, for programs. Others than its leader find nothing here. */
@RestController
@RequestMapping("/api/v1/cycles/{code}/receipts")
@RequiredArgsConstructor
class ReceiptResources {

    private final OrderCycles cycles;
    private final Receipts receipts;
    private final Receiving receiving;
    private final Commands commands;

    @GetMapping
    List<ReceiptResource> all(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        return receipts.of(cycles.helpedBy(me.member(), code, Right.RECEIVING)).stream()
                .map(ReceiptResource::of)
                .toList();
    }

    @GetMapping("/{product}")
    ReceiptResource one(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable UUID product) {
        return ReceiptResource.of(receiving.goods(cycles.helpedBy(me.member(), code, Right.RECEIVING), product));
    }

    /**
     * What was counted.
     *
     * @param arrived pieces, damaged ones among them
     *
     * @param version of the receipt that was seen before; left out where it does not matter
     */
    record NewCount(
            @Nullable Integer arrived,
            @Nullable Integer damaged,
            @Nullable String note,
            @Nullable Integer version) {

        Count count() {
            if (arrived == null) {
                throw new Invalid("arrived", "receiving-pieces", Count.MOST);
            }
            return new Count(arrived, damaged == null ? 0 : damaged, note == null ? "" : note, null, version);
        }
    }

    @PutMapping("/{product}")
    ResponseEntity<ReceiptResource> count(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID product,
            @RequestBody NewCount count,
            CommandKey key) {
        var cycle = cycles.helpedBy(me.member(), code, Right.RECEIVING);
        receiving.goods(cycle, product);
        var wanted = count.count();
        return commands.once(
                        key.with(count),
                        ReceiptResource.class,
                        () -> ReceiptResource.of(receiving.count(me.member(), cycle, product, wanted)))
                .with(HttpStatus.OK);
    }
}
