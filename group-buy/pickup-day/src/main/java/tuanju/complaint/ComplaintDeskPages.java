package tuanju.complaint;

import java.util.List;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.complaint.ComplaintRows.Decision;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.member.operators.Operators;
import tuanju.money.Money;
import tuanju.secondword.SecondWords;

/** For operators: one complaint above a leader's allowance, with its photo, and deciding about it. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/operate/complaints")
class ComplaintDeskPages {

    private final ComplaintLists lists;
    private final ComplaintRows rows;
    private final Deciding deciding;
    private final SecondWords words;
    private final Communities communities;
    private final Members members;
    private final Operators operators;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping("/{community}/{id}")
    String complaint(@PathVariable UUID community, @PathVariable UUID id, Model model) {
        var one = rows.one(new CommunityId(community), id).orElseThrow(NotFound::new);
        model.addAttribute("one", one);
        model.addAttribute("first", lists.first(List.of(one)));
        model.addAttribute("reporters", members.cards(List.of(one.reporter())));
        model.addAttribute(
                "names", communities.all().stream().collect(Collectors.toMap(it -> it.id(), it -> it.name())));
        model.addAttribute("proposed", words.waitingAmong(Deciding.KIND, List.of(id)));
        model.addAttribute("active", "complaints");
        return "complaint/file";
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
            return "redirect:/operate/complaints/" + community + "/" + id;
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
