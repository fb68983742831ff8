package tuanju.payment.bills;

import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Operators see whether providers and we say the same. */
@Controller
@RequiredArgsConstructor
class BillPages {

    private final DailyBills bills;

    @GetMapping("/operate/bills")
    String bills(@RequestParam(required = false) @Nullable LocalDate before, Model model) {
        var page = bills.bills(before);
        model.addAttribute("active", "exceptions");
        model.addAttribute("bills", page.bills());
        model.addAttribute("before", before);
        model.addAttribute("next", page.next());
        return "payment/bills";
    }
}
