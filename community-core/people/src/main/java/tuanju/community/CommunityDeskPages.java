package tuanju.community;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.SignedIn;

/** Operators found communities, rename them and see who leads and where people collect. */
@Controller
@RequiredArgsConstructor
class CommunityDeskPages {

    private final Communities communities;
    private final CommunityEditing editing;
    private final Commands commands;
    private final Leaders leaders;
    private final PickupPoints points;
    private final Members members;
    private final FormProblems problems;

    record NameForm(@Nullable String name, @Nullable String place) {
        String written() {
            return name == null ? "" : name;
        }

        String where() {
            return place == null ? "" : place;
        }
    }

    @GetMapping("/operate/communities/new")
    String askNew(Model model) {
        model.addAttribute("form", new NameForm("", ""));
        return form(model);
    }

    @PostMapping("/operate/communities")
    String found(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("form") NameForm form,
            CommandKey key,
            Model model,
            HttpServletResponse response) {
        try {
            var code = commands.once(
                    key,
                    String.class,
                    () -> editing.found(form.written(), form.where(), me.member())
                            .shortCode());
            return "redirect:/operate/communities/" + code.value();
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return form(model);
        }
    }

    @GetMapping("/operate/communities/{code}")
    String one(@PathVariable String code, Model model) {
        var card = communities.find(code).orElseThrow(NotFound::new);
        model.addAttribute("form", new NameForm(card.name(), card.place()));
        return one(card, model);
    }

    @PostMapping("/operate/communities/{code}")
    String rename(
            @PathVariable String code,
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("form") NameForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var card = communities.find(code).orElseThrow(NotFound::new);
        try {
            editing.rename(card.id(), form.written(), form.where(), me.member());
            flash.addFlashAttribute("flashOk", "community.desk.saved");
            return "redirect:/operate/communities/" + card.shortCode();
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return one(card, model);
        }
    }

    @PostMapping("/operate/communities/{code}/points")
    String openPoint(
            @PathVariable String code,
            @RequestParam UUID leader,
            @ModelAttribute("place") PointPages.PlaceForm place,
            @AuthenticationPrincipal SignedIn me,
            CommandKey key,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var card = communities.find(code).orElseThrow(NotFound::new);
        try {
            commands.once(
                    key,
                    UUID.class,
                    () -> editing.openPoint(card.id(), new MemberId(leader), place.place(), me.member())
                            .id());
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            model.addAttribute("form", new NameForm(card.name(), card.place()));
            model.addAttribute("leader", leader);
            return one(card, model);
        }
        flash.addFlashAttribute("flashOk", "community.desk.saved");
        return "redirect:/operate/communities/" + code;
    }

    @PostMapping("/operate/communities/{code}/points/{point}/closure")
    String closePoint(
            @PathVariable String code,
            @PathVariable UUID point,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        var id = communities.find(code).orElseThrow(NotFound::new).id();
        editing.closePoint(id, point, me.member());
        flash.addFlashAttribute("flashOk", "community.desk.saved");
        return "redirect:/operate/communities/" + code;
    }

    private String one(CommunityCard card, Model model) {
        var leading = leaders.of(card.id());
        model.addAttribute("community", card);
        model.addAttribute("leaders", members.cards(leading).values());
        model.addAttribute("points", points.in(card.id()));
        return form(model);
    }

    private static String form(Model model) {
        model.addAttribute("active", "communities");
        return "community/one";
    }
}
