package tuanju.earning;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tuanju.order.life.CompletedOrders;

/** Operators see where each community's money is: its customers' still, earned, owed to leaders, or on its way back. */
@Controller
@RequiredArgsConstructor
class BookPages {

    private final Bookkeeping bookkeeping;
    private final CompletedOrders completed;

    @GetMapping("/operate/money")
    String all(Model model) {
        model.addAttribute("books", bookkeeping.all());
        model.addAttribute("days", completed.completedAfter().toDays());
        model.addAttribute("active", "money");
        return "earning/books";
    }
}
