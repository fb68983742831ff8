package tuanju.commission;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.SignedIn;
import tuanju.referral.AgainstTheLaw;

/** Operators say what bringing a buyer is worth; what the law does not allow is answered with what would be fine. */
@Controller
@RequiredArgsConstructor
class RulePages {

    static final String HERE = "/operate/commission-rules";
    private static final int MOST = 500;

    private final RuleRows rows;
    private final Ruling ruling;
    private final Communities communities;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping(HERE)
    String all(Model model) {
        model.addAttribute("rules", rows.now(MOST));
        model.addAttribute("communities", communities.all());
        model.addAttribute(
                "homes", communities.all().stream().collect(Collectors.toMap(CommunityCard::id, CommunityCard::name)));
        model.addAttribute("active", "commissions");
        return "commission/rules";
    }

    @PostMapping(HERE)
    String make(
            @AuthenticationPrincipal SignedIn me,
            RuleForm form,
            CommandKey key,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        try {
            commands.once(
                    key, RuleResources.Made.class, () -> RuleResources.Made.of(ruling.make(me.member(), form.draft())));
            flash.addFlashAttribute("flashOk", "commission.rules.made");
            return "redirect:" + HERE;
        } catch (Invalid refusal) {
            problems.show(RuleForm.beside(refusal), model, response);
        } catch (AgainstTheLaw refusal) {
            model.addAttribute("law", refusal.getRule());
            response.setStatus(refusal.getStatus());
        } catch (NotFound nothing) {
            problems.show(new Invalid("scope", "field-wrong"), model, response);
        }
        model.addAttribute("form", form);
        return all(model);
    }

    /** Ended twice it is ended once, so that no key is needed. */
    @PostMapping(HERE + "/{id}/end")
    String end(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes flash) {
        ruling.end(me.member(), id);
        flash.addFlashAttribute("flashOk", "commission.rules.ended");
        return "redirect:" + HERE;
    }
}
