package tuanju.deputy;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.member.Members;
import tuanju.member.SignedIn;

/** A leader names deputies, and lets them go. */
@Controller
@RequestMapping("/lead/deputies")
@RequiredArgsConstructor
class DeputyPages {

    private final Deputies deputies;
    private final NamingDeputies naming;
    private final Leaders leaders;
    private final Members members;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping
    String all(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String community, Model model) {
        var here = led(me, community);
        return page(me, here, NamingForm.beginning(naming.today(here)), model);
    }

    @PostMapping
    String name(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute NamingForm form,
            CommandKey key,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var here = led(me, form.text(form.community()));
        try {
            commands.once(key, UUID.class, () -> naming.name(me.member(), here, form));
            flash.addFlashAttribute("flashOk", "deputy.named");
            return "redirect:/lead/deputies?community=" + here.shortCode();
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return page(me, here, form, model);
        }
    }

    /** From the next request on. */
    @PostMapping("/{community}/{deputy}/end")
    String end(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @PathVariable UUID deputy,
            RedirectAttributes flash) {
        var here = leaders.communitiesLedBy(me.member()).stream()
                .filter(it -> it.shortCode().equals(community))
                .findFirst()
                .orElseThrow(NotFound::new);
        deputies.end(me.member(), here.id(), deputy);
        flash.addFlashAttribute("flashOk", "deputy.ended");
        return "redirect:/lead/deputies?community=" + here.shortCode();
    }

    private String page(SignedIn me, CommunityCard here, NamingForm form, Model model) {
        var named = deputies.of(me.member(), here.id());
        model.addAttribute("community", here);
        model.addAttribute("communities", leaders.communitiesLedBy(me.member()));
        model.addAttribute("deputies", named);
        model.addAttribute(
                "people", members.cards(named.stream().map(DeputyCard::member).collect(Collectors.toSet())));
        model.addAttribute("rights", List.of(Right.values()));
        model.addAttribute("naming", form);
        model.addAttribute("active", "today");
        return "deputy/deputies";
    }

    /** The community with this short code; when none is named, the first one this member leads. */
    private CommunityCard led(SignedIn me, String shortCode) {
        return leaders.communitiesLedBy(me.member()).stream()
                .filter(it -> shortCode.isBlank() || it.shortCode().equals(shortCode))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
