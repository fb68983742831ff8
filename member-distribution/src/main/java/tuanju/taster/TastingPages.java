package tuanju.taster;

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
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.member.SignedIn;
import tuanju.membership.Memberships;
import tuanju.taster.Tastings.Step;

/** Who tastes in a member's communities; a taster brings finds, moves them on, reads the figures and answers. */
@Controller
@RequestMapping(TastingPages.HERE)
@RequiredArgsConstructor
class TastingPages {

    static final String HERE = "/me/tastings";

    private final Tasters tasters;
    private final Tastings tastings;
    private final TasterQuestions questions;
    private final CategoryFigures figures;
    private final Memberships memberships;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping
    String all(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("own", tasters.of(me.member()));
        model.addAttribute(
                "others",
                memberships.communitiesOf(me.member()).stream()
                        .flatMap(it -> tasters.in(it).stream())
                        .filter(it -> !it.taster().member().equals(me.member()))
                        .toList());
        model.addAttribute("active", "me");
        return "taster/mine";
    }

    @GetMapping("/{code}")
    String one(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable UUID finds,
            Model model) {
        var taster = tasters.own(me.member(), code);
        model.addAttribute("view", tasters.view(taster));
        model.addAttribute("left", tastings.left(taster));
        model.addAttribute("products", tastings.products(taster));
        model.addAttribute("tastings", tastings.page(taster, finds));
        model.addAttribute("figures", figures.of(taster));
        model.addAttribute("questions", questions.of(taster, me.member(), after));
        model.addAttribute("after", after);
        model.addAttribute("finds", finds);
        model.addAttribute("active", "me");
        return "taster/one";
    }

    @PostMapping("/{code}/finds")
    String scout(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String words,
            CommandKey key,
            RedirectAttributes flash) {
        return said(
                code,
                "taster.scouted",
                flash,
                () -> commands.once(
                        key,
                        String.class,
                        () -> tastings.scout(me.member(), code, title, words).toString()));
    }

    /** Said twice is once, so that it needs no key. */
    @PostMapping("/{code}/finds/{find}/state")
    String become(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID find,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(required = false) @Nullable UUID product,
            RedirectAttributes flash) {
        return said(
                code,
                "taster.moved",
                flash,
                () -> tastings.become(me.member(), code, find, new Step(state, verdict, product)));
    }

    /** Answered twice it is answered with what was said last, so that it needs no key. */
    @PostMapping("/{code}/questions/{id}/answer")
    String answer(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer,
            RedirectAttributes flash) {
        return said(code, "taster.answered", flash, () -> questions.answer(me.member(), code, id, answer));
    }

    private String said(Code code, String word, RedirectAttributes flash, Runnable act) {
        try {
            act.run();
            flash.addFlashAttribute("flashOk", word);
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:" + HERE + "/" + code;
    }
}
