package tuanju.payment.bills;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For operators over REST: whether providers and we say the same. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/bills")
class BillResources {

    private final DailyBills bills;

    /**
     * A provider's bill of one day.
     *
     * @param differences each is an exception, too
     */
    record DailyBill(
            String provider,
            LocalDate day,
            int payments,
            long paymentsFen,
            int refunds,
            long refundsFen,
            int transfers,
            long transfersFen,
            int differences,
            Instant comparedAt) {

        private static DailyBill of(Bill it) {
            return new DailyBill(
                    it.provider(),
                    it.day(),
                    it.payments().count(),
                    it.payments().amount().fen(),
                    it.refunds().count(),
                    it.refunds().amount().fen(),
                    it.transfers().count(),
                    it.transfers().amount().fen(),
                    it.differences(),
                    it.compared());
        }
    }

    /** A page, the latest day first; next is to be sent as "before", and is null on the last page. */
    record Page(List<DailyBill> items, @Nullable LocalDate next) {}

    /** Those that were compared. */
    @GetMapping
    Page bills(@RequestParam(required = false) @Nullable LocalDate before) {
        var page = bills.bills(before);
        return new Page(page.bills().stream().map(DailyBill::of).toList(), page.next());
    }
}
