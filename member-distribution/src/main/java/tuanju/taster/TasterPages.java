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

/** What a taster found and answered, open to anyone with the address; neighbours ask there. */
@Controller
@RequestMapping(Taster.ABOVE + "{code}")
@RequiredArgsConstructor
class TasterPages {

    private final Tasters tasters;
    private final Tastings tastings;
    private final TasterQuestions questions;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping
    String one(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable UUID finds,
            Model model) {
        var taster = tasters.any(code);
        var reader = me == null ? null : me.member();
        model.addAttribute("view", tasters.view(taster));
        model.addAttribute("tastings", tastings.page(taster, finds));
        model.addAttribute("questions", questions.of(taster, reader, after));
        model.addAttribute("reader", reader);
        model.addAttribute("mine", taster.member().equals(reader));
        model.addAttribute("after", after);
        model.addAttribute("finds", finds);
        return "taster/taster";
    }

    @PostMapping("/questions")
    String ask(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "") String words,
            CommandKey key,
            RedirectAttributes flash) {
        return said(
                code,
                "taster.asked",
                flash,
                () -> commands.once(
                        key,
                        String.class,
                        () -> questions.ask(me.member(), code, words).toString()));
    }

    @PostMapping("/questions/{id}/removal")
    String takeBack(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        return said(code, "taster.taken-back", flash, () -> questions.takeBack(me.member(), code, id));
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
        return "redirect:" + Taster.ABOVE + code;
    }
}
