package tuanju.teambuy.offering;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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
import tuanju.catalog.Catalog;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.SignedIn;
import tuanju.membership.Visibility;
import tuanju.teambuy.OfferCard;
import tuanju.teambuy.TeamOffers;

/** Operators make team offers, pause and end them. */
@Controller
@RequestMapping("/operate/offers")
@RequiredArgsConstructor
class OfferDeskPages {

    private final TeamOffers offers;
    private final TeamOfferEditing editing;
    private final OfferLinks links;
    private final Catalog catalog;
    private final Communities communities;
    private final Commands commands;
    private final FormProblems problems;
    private final Clock clock;

    @GetMapping("/new")
    String askNew(@RequestParam String community, @AuthenticationPrincipal SignedIn me, Model model) {
        var home = home(community);
        model.addAttribute("draft", OfferDraft.usual(clock.instant(), home.zone()));
        return form(me, home, null, model);
    }

    @PostMapping
    String create(
            @RequestParam String community,
            @ModelAttribute("draft") OfferDraft draft,
            @AuthenticationPrincipal SignedIn me,
            CommandKey key,
            Model model,
            HttpServletResponse response) {
        var home = home(community);
        try {
            var form = draft.form(home.zone());
            var code = commands.once(
                            key,
                            String.class,
                            () -> editing.create(home.id(), form, me.member()).value())
                    .value();
            return "redirect:/operate/offers/" + code;
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return form(me, home, null, model);
        }
    }

    @GetMapping("/{offer}")
    String offer(@PathVariable String offer, @AuthenticationPrincipal SignedIn me, Model model) {
        var card = offers.card(code(offer));
        var home = communities.get(card.community());
        model.addAttribute("draft", OfferDraft.of(card, home.zone()));
        return form(me, home, card, model);
    }

    @PostMapping("/{offer}")
    String edit(
            @PathVariable String offer,
            @ModelAttribute("draft") OfferDraft draft,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var card = offers.card(code(offer));
        var home = communities.get(card.community());
        try {
            editing.edit(card.code(), draft.changing(card).form(home.zone()), me.member());
            flash.addFlashAttribute("flashOk", "teambuy.desk.saved");
            return "redirect:/operate/offers/" + card.code();
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return form(me, home, card, model);
        }
    }

    @PostMapping("/{offer}/{act:pause|resume|end}")
    String act(
            @PathVariable String offer,
            @PathVariable String act,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        var code = code(offer);
        switch (act) {
            case "pause" -> editing.pause(code, me.member());
            case "resume" -> editing.resume(code, me.member());
            default -> editing.end(code, me.member());
        }
        flash.addFlashAttribute("flashOk", "teambuy.desk." + act + ".done");
        return "redirect:/operate/offers/" + code;
    }

    private CommunityCard home(String shortCode) {
        return communities.find(shortCode).orElseThrow(NotFound::new);
    }

    private static Code code(String written) {
        try {
            return new Code(written);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    private String form(SignedIn me, CommunityCard home, @Nullable OfferCard card, Model model) {
        model.addAttribute("active", "offers");
        model.addAttribute("community", home);
        model.addAttribute("offer", card);
        model.addAttribute("brought", card == null ? List.of() : links.of(card, me.member()));
        model.addAttribute("visibilities", Visibility.choices());
        model.addAttribute("skus", catalog.onSale(home.id()));
        return "teambuy/desk";
    }
}
