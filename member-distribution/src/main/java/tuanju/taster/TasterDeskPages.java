package tuanju.taster;

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
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.member.SignedIn;
import tuanju.taster.TasterAppointing.Asked;

/** Operators ask a member to look after a category, see what came of it, say how much they may bring, and end it. */
@Controller
@RequestMapping(TastersAsked.PATH)
@RequiredArgsConstructor
class TasterDeskPages {

    private final Tasters tasters;
    private final Tastings tastings;
    private final TasterQuestions questions;
    private final CategoryFigures figures;
    private final TasterAppointing appointing;
    private final Communities communities;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping("/new")
    String form(Model model) {
        return form(new Asked("", "", "", 3), model);
    }

    @PostMapping
    String appoint(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(required = false) @Nullable Integer mostAMonth,
            CommandKey key,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var asked = new Asked(community, phone, category, mostAMonth);
        try {
            var made = commands.once(
                    key,
                    String.class,
                    () -> appointing.appoint(asked, me.member()).value());
            flash.addFlashAttribute("flashOk", "taster.desk.appointed-now");
            return "redirect:" + TastersAsked.PATH + "/" + made.value();
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return form(asked, model);
        }
    }

    @GetMapping("/{code}")
    String one(
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable UUID finds,
            Model model) {
        var taster = tasters.any(code);
        model.addAttribute("view", tasters.view(taster));
        model.addAttribute("tastings", tastings.page(taster, finds));
        model.addAttribute("figures", figures.of(taster));
        model.addAttribute("questions", questions.all(taster, after));
        model.addAttribute("after", after);
        model.addAttribute("finds", finds);
        model.addAttribute("active", "tasters");
        return "taster/desk";
    }

    @PostMapping("/{code}")
    String allow(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable Integer mostAMonth,
            RedirectAttributes flash) {
        return said(code, "taster.desk.saved", flash, () -> appointing.allow(code, mostAMonth, me.member()));
    }

    @PostMapping("/{code}/end")
    String end(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, RedirectAttributes flash) {
        return said(code, "taster.desk.ended-now", flash, () -> appointing.end(code, me.member()));
    }

    @PostMapping("/{code}/questions/{id}/removal")
    String drop(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        return said(code, "taster.desk.dropped", flash, () -> questions.drop(code, id, me.member()));
    }

    private String form(Asked typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("communities", communities.all());
        model.addAttribute("active", "tasters");
        return "taster/new";
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
        return "redirect:" + TastersAsked.PATH + "/" + code;
    }
}
