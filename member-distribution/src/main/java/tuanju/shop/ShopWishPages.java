package tuanju.shop;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.member.SignedIn;

/** What neighbours wish for, said on the page of a shop and answered where it is kept. */
@Controller
@RequiredArgsConstructor
class ShopWishPages {

    private final ShopWishes wishes;
    private final Commands commands;
    private final FormProblems problems;

    @PostMapping(Shop.ABOVE + "{code}/wishes")
    String ask(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "") String words,
            CommandKey key,
            RedirectAttributes flash) {
        return said(
                Shop.ABOVE + code,
                "shop.wished",
                flash,
                () -> commands.once(
                        key,
                        String.class,
                        () -> wishes.ask(me.member(), code, words).toString()));
    }

    /** Answered twice it is answered with what was said last, so that it needs no key. */
    @PostMapping("/me/shops/{code}/wishes/{id}/answer")
    String answer(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer,
            RedirectAttributes flash) {
        return said("/me/shops/" + code, "shop.answered", flash, () -> wishes.answer(me.member(), code, id, answer));
    }

    @PostMapping(Shop.ABOVE + "{code}/wishes/{id}/removal")
    String takeBack(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        return said(Shop.ABOVE + code, "shop.wish.taken-back", flash, () -> wishes.remove(me.member(), code, id));
    }

    @PostMapping("/me/shops/{code}/wishes/{id}/removal")
    String drop(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        return said("/me/shops/" + code, "shop.wish.dropped", flash, () -> wishes.remove(me.member(), code, id));
    }

    @PostMapping(ShopsAsked.PATH + "/{code}/wishes/{id}/removal")
    String dropAsOperator(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        return said(ShopsAsked.PATH + "/" + code, "shop.wish.dropped", flash, () -> wishes.drop(code, id, me.member()));
    }

    private String said(String back, String word, RedirectAttributes flash, Runnable act) {
        try {
            act.run();
            flash.addFlashAttribute("flashOk", word);
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:" + back;
    }
}
