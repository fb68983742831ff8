package tuanju.purchasing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;
import tuanju.money.Money;
import tuanju.order.dues.DuesInFen;

/** A cycle's goods by supplier for programs, and as a file from the page too. Others than its leader find nothing here. */
@RestController
@RequiredArgsConstructor
class PurchaseResources {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final OrderCycles cycles;
    private final Purchasing purchasing;
    private final Supplies supplies;
    private final MessageSource messages;

    /** What is needed from whom, and where the money is of the orders that ask for it. */
    record Purchase(List<Supplier> suppliers, int pieces, DuesInFen dues) {}

    /** One supplier; the name is empty where none is named. */
    record Supplier(
            String supplier,
            List<Item> items,
            int pieces,
            @Nullable Long costFen) {}

    record Item(
            UUID product,
            String name,
            String spec,
            int pieces,
            int caseSize,
            int cases,
            int loose,
            @Nullable Long unitCostFen,
            @Nullable Long costFen) {}

    @GetMapping("/api/v1/cycles/{code}/purchase-list")
    Purchase list(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        var list = purchasing.of(cycles.ledBy(me.member(), code));
        return new Purchase(
                list.suppliers().stream().map(PurchaseResources::supplier).toList(),
                list.pieces(),
                DuesInFen.of(list.dues()));
    }

    /**
     * Who supplies a product from now on.
     *
     * @param supplier nobody when empty or left out
     * @param unitCostFen what a piece costs the leader; unknown when left out
     */
    record Supply(@Nullable String supplier, @Nullable Long unitCostFen) {}

    /** The answer is the list as it stands then: the product may have gone to another supplier. */
    @PutMapping("/api/v1/cycles/{code}/purchase-list/{product}")
    Purchase note(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID product,
            @RequestBody Supply wanted) {
        var cycle = cycles.ledBy(me.member(), code);
        purchasing.note(cycle, List.of(supply(purchasing.item(cycle, product), wanted)));
        return list(me, code);
    }

    /** The names this leader has used in this community. */
    @GetMapping("/api/v1/cycles/{code}/suppliers")
    List<String> suppliers(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        return supplies.names(cycles.ledBy(me.member(), code));
    }

    @GetMapping({"/api/v1/cycles/{code}/purchase-list.xlsx", "/lead/cycles/{code}/purchase-list.xlsx"})
    ResponseEntity<byte[]> workbook(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Locale locale) {
        var list = purchasing.of(cycles.ledBy(me.member(), code));
        var name = messages.getMessage("purchasing.title", null, locale) + "-" + code + ".xlsx";
        var file = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(new PurchaseWorkbook(messages, locale).write(list));
    }

    private static Supplies.Supply supply(PurchaseList.Item item, Supply wanted) {
        var cost = wanted.unitCostFen();
        if (cost != null && cost < 0) {
            throw new Invalid("unitCostFen", "purchasing-cost");
        }
        try {
            return new Supplies.Supply(
                    item.name(),
                    item.spec(),
                    wanted.supplier() == null ? "" : wanted.supplier(),
                    cost == null ? null : Money.ofFen(cost));
        } catch (Invalid invalid) {
            throw invalid.getField().equals("cost")
                    ? new Invalid("unitCostFen", invalid.getType(), invalid.getArguments())
                    : invalid;
        }
    }

    private static Supplier supplier(PurchaseList.Supplier it) {
        return new Supplier(
                it.name(), it.items().stream().map(PurchaseResources::item).toList(), it.pieces(), fen(it.cost()));
    }

    private static Item item(PurchaseList.Item it) {
        return new Item(
                it.product(),
                it.name(),
                it.spec(),
                it.pieces(),
                it.caseSize(),
                it.cases(),
                it.loose(),
                fen(it.unitCost()),
                fen(it.cost()));
    }

    private static @Nullable Long fen(@Nullable Money money) {
        return money == null ? null : money.fen();
    }
}
