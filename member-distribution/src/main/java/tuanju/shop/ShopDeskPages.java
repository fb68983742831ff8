package tuanju.shop;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.card.Viewer;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.member.SignedIn;

/** Operators read what a shop says and what came of it, take it from view and show it again. */
@Controller
@RequestMapping(ShopsAsked.PATH + "/{code}")
@RequiredArgsConstructor
class ShopDeskPages {

    private final Shops shops;
    private final ShopViews views;
    private final ShopWatching watching;
    private final ShopWishes wishes;
    private final FormProblems problems;

    @GetMapping
    String one(@PathVariable Code code, @RequestParam(required = false) @Nullable UUID after, Model model) {
        var shop = shops.any(code);
        model.addAttribute("view", views.of(shop, new Viewer(shop.owner())));
        model.addAttribute("brought", views.brought(shop));
        model.addAttribute("wishes", wishes.of(shop, shop.owner(), after));
        model.addAttribute("after", after);
        model.addAttribute("active", "shops");
        return "shop/desk";
    }

    @PostMapping("/hiding")
    String hide(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            watching.hide(code, reason, me.member());
            flash.addFlashAttribute("flashOk", "shop.desk.hidden");
            return "redirect:" + ShopsAsked.PATH + "/" + code;
        } catch (Invalid refusal) {
            problems.show(refusal, model, response);
            model.addAttribute("typed", reason);
            return one(code, null, model);
        }
    }

    @PostMapping("/showing")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, RedirectAttributes flash) {
        watching.show(code, me.member());
        flash.addFlashAttribute("flashOk", "shop.desk.shown");
        return "redirect:" + ShopsAsked.PATH + "/" + code;
    }
}
