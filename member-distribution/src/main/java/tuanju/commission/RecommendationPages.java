package tuanju.commission;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.link.Links;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.membership.Memberships;
import tuanju.page.KeysetPage;
import tuanju.referral.Referrers;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.Tables;

/** What a member earned by what they recommended (我的推荐), by which of their links, and by which terms. */
@Controller
@RequiredArgsConstructor
class RecommendationPages {

    private static final String HERE = "/me/recommendations";
    private static final int PAGE = 20;
    private static final int LINKS = 10;
    private static final int MOST_ON_PAPER = 2_000;

    private static final List<TableColumn<EarnedLines>> COLUMNS = List.of(
            TableColumn.text(
                    "order",
                    "commission.desk.order",
                    it -> TableCell.of(it.commission().code().value())),
            TableColumn.text(
                    "placed",
                    "commission.desk.placed",
                    it -> TableCell.of(it.commission().placed())),
            TableColumn.text(
                    "state",
                    "commission.desk.state",
                    it -> TableCell.of(TableCell.word("commission.state." + it.standing()))),
            TableColumn.number(
                    "amount",
                    "commission.desk.amount",
                    it -> TableCell.of(it.commission().amount())),
            TableColumn.number(
                    "booked",
                    "commission.desk.booked",
                    it -> TableCell.of(it.commission().booked())));

    private final Commissions commissions;
    private final Links links;
    private final Tables files;
    private final StatementPaper paper;
    private final Referrers referrers;
    private final Memberships memberships;
    private final Communities communities;
    private final FormProblems problems;

    @GetMapping(HERE)
    String mine(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Code after,
            Model model) {
        var picked =
                TableFilter.picked(Commissions.Picked.class, "state", state).orElse(null);
        var found = commissions.of(me.member(), picked, after, PAGE + 1);
        var page = KeysetPage.of(found, PAGE, "", after, it -> it.commission().code());
        var accepted = referrers.communitiesOf(me.member());
        model.addAttribute("earned", page.shown());
        model.addAttribute("after", page.after());
        model.addAttribute("next", page.next());
        model.addAttribute("state", picked == null ? "" : picked.name());
        model.addAttribute("sums", commissions.sums(me.member()));
        model.addAttribute("links", links.results(me.member(), commissions.bestLinks(me.member(), LINKS), LINKS));
        model.addAttribute("version", Referrers.VERSION);
        model.addAttribute("accepted", cards(accepted));
        model.addAttribute("toAccept", cards(homes(me.member(), accepted)));
        model.addAttribute("active", "me");
        return "commission/mine";
    }

    /** The statement of all that was earned, to keep; names no buyer. */
    @GetMapping(HERE + ".{ending:csv|xlsx}")
    ResponseEntity<byte[]> statement(@AuthenticationPrincipal SignedIn me, @PathVariable String ending) {
        var all = commissions.of(me.member(), null, null, Tables.MOST_ROWS + 1);
        return files.file("tuanju-commissions", ending, COLUMNS, all);
    }

    /** The same to print. */
    @GetMapping(HERE + ".pdf")
    ResponseEntity<byte[]> paper(@AuthenticationPrincipal SignedIn me) {
        var all = commissions.of(me.member(), null, null, MOST_ON_PAPER + 1);
        if (all.size() > MOST_ON_PAPER) {
            throw new Invalid("from", "table-too-long", MOST_ON_PAPER);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("tuanju-commissions.pdf")
                                .build()
                                .toString())
                .body(paper.of(commissions.sums(me.member()), all));
    }

    /** Accepted twice it is accepted once, so that no key is needed. */
    @PostMapping(HERE + "/terms")
    String accept(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "0") int version,
            RedirectAttributes flash) {
        if (version == Referrers.VERSION) {
            var home = communities.find(community).orElseThrow(NotFound::new);
            referrers.accept(me.member(), home.id());
            flash.addFlashAttribute("flashOk", "commission.accepted");
        } else {
            flash.addFlashAttribute(
                    "flashError",
                    problems.sentence(new Invalid("version", "commission-terms-version", Referrers.VERSION)));
        }
        return "redirect:" + HERE;
    }

    /** Where they belong and have not accepted the terms. */
    private Set<CommunityId> homes(MemberId member, List<CommunityId> accepted) {
        var homes = new LinkedHashSet<>(memberships.communitiesOf(member));
        accepted.forEach(homes::remove);
        return homes;
    }

    private List<CommunityCard> cards(Collection<CommunityId> ids) {
        return ids.stream().map(communities::get).toList();
    }
}
