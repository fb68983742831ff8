package tuanju.teambuy.joining;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.page.UnsentNote;
import tuanju.teambuy.joining.Checkout.Kind;

/** What is chosen at check-out is reckoned before it is ordered: back with it in the address, but the note. */
@Controller
class CheckoutReckoning {

    @PostMapping("/checkout/teams/{code}/basket")
    String join(@PathVariable Code code, CheckoutForm form, HttpServletRequest request) {
        return reckon(new CheckoutStep(Kind.JOIN, code, form), request);
    }

    @PostMapping("/checkout/offers/{code}/basket")
    String open(@PathVariable Code code, CheckoutForm form, HttpServletRequest request) {
        return reckon(new CheckoutStep(Kind.OPEN, code, form), request);
    }

    @PostMapping("/checkout/offers/{code}/alone/basket")
    String alone(@PathVariable Code code, CheckoutForm form, HttpServletRequest request) {
        return reckon(new CheckoutStep(Kind.ALONE, code, form), request);
    }

    /** What cannot be read begins the page anew. */
    private static String reckon(CheckoutStep step, HttpServletRequest request) {
        try {
            step.request();
        } catch (Invalid unreadable) {
            return "redirect:" + step.page();
        }
        UnsentNote.keep(request, step.page(), step.form().note());
        return "redirect:" + step.path() + "#price";
    }
}
