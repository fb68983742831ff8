package tuanju.points;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableLook;

/** A leader's page of points: what they are for, what that costs, what is promised by now, and who has some. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/lead/member-points")
class PointsDeskPages {

    private final PointsDesk desk;
    private final Leaders leaders;
    private final Members members;
    private final FormProblems problems;

    /** The first community that is led. */
    @GetMapping
    String first(@AuthenticationPrincipal SignedIn me) {
        var led = leaders.communitiesLedBy(me.member()).stream().findFirst().orElseThrow(NotFound::new);
        return "redirect:/lead/member-points/" + led.shortCode();
    }

    /** With what was typed, what that would cost; nothing is changed. */
    @GetMapping("/{code}")
    String one(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            TermsForm form,
            @RequestParam(required = false) @Nullable UUID after,
            HttpServletResponse response,
            Model model) {
        var community = desk.steered(me.member(), code);
        if (!form.isAsked()) {
            return show(community, TermsForm.of(desk.terms(community.id())), after, model, me);
        }
        try {
            model.addAttribute("cost", TermsCost.of(form.read()));
        } catch (Invalid refusal) {
            problems.show(refusal, model, response);
        }
        return show(community, form, after, model, me);
    }

    /** What is said twice is said once, so that it needs no key. */
    @PostMapping("/{code}")
    String say(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            TermsForm form,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        var community = desk.steered(me.member(), code);
        try {
            desk.say(me.member(), community, form.read());
            flash.addFlashAttribute("flashOk", "points.desk.saved");
            return "redirect:/lead/member-points/" + community.shortCode();
        } catch (Invalid refusal) {
            problems.show(refusal, model, response);
            return show(community, form, null, model, me);
        }
    }

    private String show(CommunityCard community, TermsForm form, @Nullable UUID after, Model model, SignedIn me) {
        model.addAttribute("community", community);
        model.addAttribute("led", leaders.communitiesLedBy(me.member()));
        model.addAttribute("form", form);
        model.addAttribute("promised", desk.promised(community.id()));
        model.addAttribute("table", table(community, after));
        model.addAttribute("active", "me");
        return "points/desk";
    }

    private Table<PointsDesk.Held> table(CommunityCard community, @Nullable UUID after) {
        var found = desk.members(community.id(), after);
        var cards = members.cards(
                found.shown().stream().map(PointsDesk.Held::member).collect(Collectors.toSet()));
        var path = "/lead/member-points/" + community.shortCode();
        return Table.of(
                TableLook.of(path, Map.of(), "member", after == null ? null : after.toString()),
                List.of(),
                columns(cards),
                found);
    }

    private static List<TableColumn<PointsDesk.Held>> columns(Map<MemberId, MemberCard> cards) {
        return List.of(
                TableColumn.text("member", "points.desk.member", it -> TableCell.of(name(cards, it.member()))),
                TableColumn.number("usable", "points.desk.usable", it -> TableCell.of(it.usable())),
                TableColumn.number("pending", "points.desk.pending", it -> TableCell.of(it.pending())),
                TableColumn.number("debt", "points.desk.debt", it -> TableCell.of(it.debt())));
    }

    private static String name(Map<MemberId, MemberCard> cards, MemberId member) {
        var card = cards.get(member);
        return card == null ? "" : card.name();
    }
}
