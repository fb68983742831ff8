package tuanju.commission;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.audit.AuditTrail;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.order.OrderId;
import tuanju.table.Table;
import tuanju.table.TableFiles;

/** Operators look through commissions, and decide about those that look like somebody's own purchase. */
@Controller
@RequiredArgsConstructor
class CommissionDeskPages {

    private final CommissionDesk desk;
    private final CommissionTable table;
    private final Commissions commissions;
    private final Reviewing reviewing;
    private final Members members;
    private final Communities communities;
    private final TableFiles files;
    private final FormProblems problems;
    private final AuditTrail audit;

    @GetMapping(CommissionsAsked.PATH)
    String all(CommissionsAsked asked, @RequestParam(defaultValue = "") List<String> columns, Model model) {
        model.addAttribute("active", "commissions");
        model.addAttribute("table", readable(asked, columns, model));
        return "commission/desk";
    }

    /** Who took which away is written to the audit trail. */
    @GetMapping(CommissionsAsked.PATH + ".{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String ending,
            CommissionsAsked asked,
            @RequestParam(defaultValue = "") List<String> columns) {
        var shown = asked.look().showing(columns).shown(table.columns());
        var found = desk.all(asked.search(communities));
        var file = files.file("tuanju-commissions", ending, shown, found);
        audit.record(me.member().value(), "commissions.exported", "table commissions", found.size() + " rows");
        return file;
    }

    @GetMapping(CommissionsAsked.PATH + "/{community}/{order}")
    String one(@PathVariable UUID community, @PathVariable UUID order, Model model) {
        var home = communities.get(new CommunityId(community));
        var found = commissions.find(home.id(), order).orElseThrow(NotFound::new);
        model.addAttribute("active", "commissions");
        model.addAttribute("community", home);
        model.addAttribute("earned", commissions.dated(found));
        model.addAttribute("referrer", members.card(found.referrer()));
        return "commission/one";
    }

    /** Decided once; again says so, so that no key is needed. */
    @PostMapping(CommissionsAsked.PATH + "/{community}/{order}/decision")
    String decide(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID community,
            @PathVariable UUID order,
            @RequestParam boolean allowed,
            RedirectAttributes flash) {
        try {
            reviewing.decide(me.member(), new CommunityId(community), new OrderId(order), allowed);
            flash.addFlashAttribute("flashOk", "commission.review.done");
        } catch (Reviewing.DecidedAlready already) {
            flash.addFlashAttribute("flashError", problems.sentence(already));
        }
        return "redirect:" + CommissionsAsked.PATH + "/" + community + "/" + order;
    }

    /** What cannot be looked for is said, above everything. */
    private Table<CommissionDesk.Found> readable(CommissionsAsked asked, List<String> columns, Model model) {
        try {
            return shown(asked, columns);
        } catch (Invalid refusal) {
            model.addAttribute("problem", problems.sentence(refusal));
            return shown(CommissionsAsked.all(), List.of());
        }
    }

    private Table<CommissionDesk.Found> shown(CommissionsAsked asked, List<String> columns) {
        return table.of(asked.look().showing(columns), desk.find(asked.search(communities)));
    }
}
