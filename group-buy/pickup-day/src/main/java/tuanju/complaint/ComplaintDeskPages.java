package tuanju.complaint;

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
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.Refusal;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.complaint.ComplaintRows.Decision;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.member.operators.Operators;
import tuanju.money.Money;
import tuanju.secondword.SecondWords;

/** For operators: complaints above a leader's allowance, and what was decided. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/operate/complaints")
class ComplaintDeskPages {

    private static final int PAGE = 30;

    private final ComplaintLists lists;
    private final Deciding deciding;
    private final SecondWords words;
    private final Communities communities;
    private final Members members;
    private final Operators operators;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping
    String complaints(
            @RequestParam(defaultValue = "waiting") String show,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        boolean waiting = !show.equals("decided");
        var found = lists.page(waiting, after, PAGE + 1);
        var complaints = found.stream().limit(PAGE).toList();
        var first = lists.first(complaints);
        model.addAttribute("first", first);
        model.addAttribute("complaints", ComplaintLists.ordered(complaints, first));
        model.addAttribute("after", after);
        model.addAttribute("next", found.size() > PAGE ? complaints.getLast().id() : null);
        model.addAttribute("show", waiting ? "waiting" : "decided");
        model.addAttribute("count", lists.waiting());
        model.addAttribute(
                "reporters",
                members.cards(complaints.stream().map(ComplaintCard::reporter).collect(Collectors.toSet())));
        model.addAttribute(
                "names", communities.all().stream().collect(Collectors.toMap(it -> it.id(), it -> it.name())));
        model.addAttribute(
                "proposed",
                words.waitingAmong(
                        Deciding.KIND,
                        complaints.stream().map(ComplaintCard::id).toList()));
        model.addAttribute("active", "complaints");
        return "complaint/complaints";
    }

    /** What the operator answers: the amount to give back, or a decline, with a sentence. */
    record Answer(
            @Nullable String act,
            @Nullable String yuan,
            @Nullable String answer) {

        Decision decision(SignedIn me) {
            var said = answer == null ? "" : answer.strip();
            if ("decline".equals(act)) {
                return new Decision(Money.ZERO, said, me.member());
            }
            var given = Report.amount(yuan);
            if (given == null) {
                throw new Invalid("yuan", "complaint-yuan");
            }
            return new Decision(given, said, me.member());
        }
    }

    @PostMapping("/{community}/{id}/decision")
    String decide(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID community,
            @PathVariable UUID id,
            Answer answer,
            CommandKey key,
            RedirectAttributes flash) {
        try {
            var said = commands.once(
                    key, String.class, () -> decided(new CommunityId(community), id, answer.decision(me)));
            flash.addFlashAttribute("flashOk", said.value());
        } catch (Refusal refusal) {
            if (refusal.getStatus() == 404) {
                throw refusal;
            }
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:/operate/complaints";
    }

    private String decided(CommunityId community, UUID id, Decision decision) {
        var decided = deciding.decide(community, id, decision);
        if (decided.waiting()) {
            return operators.isOneAlone() ? "secondword.alone" : "complaint.desk.proposed";
        }
        return decided.given().isZero() ? "complaint.desk.declined" : "complaint.desk.approved";
    }
}
