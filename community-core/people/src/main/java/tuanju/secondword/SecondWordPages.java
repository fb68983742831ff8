package tuanju.secondword;

import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
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
import tuanju.command.Refusal;
import tuanju.community.Communities;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.member.operators.Operators;

/** Operators confirm or refuse what another one has proposed. */
@Controller
@RequiredArgsConstructor
@RequestMapping(SecondWordPages.HERE)
class SecondWordPages {

    static final String HERE = "/operate/second-words";

    private final SecondWords words;
    private final Members members;
    private final Operators operators;
    private final Communities communities;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping
    String waiting(@AuthenticationPrincipal SignedIn me, Model model) {
        var waiting = words.waiting();
        model.addAttribute("active", "second-words");
        model.addAttribute("waiting", waiting);
        model.addAttribute("subjects", words.subjects(waiting));
        model.addAttribute(
                "people", members.cards(waiting.stream().map(Proposal::proposer).collect(Collectors.toSet())));
        model.addAttribute(
                "names", communities.all().stream().collect(Collectors.toMap(it -> it.id(), it -> it.name())));
        model.addAttribute("mine", me.member());
        model.addAttribute("decidable", words.decidableBy(me.member(), waiting));
        model.addAttribute("alone", operators.isOneAlone() || words.reachNobody(waiting));
        return "secondword/waiting";
    }

    @PostMapping("/{id}/confirmation")
    String confirm(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, CommandKey key, RedirectAttributes flash) {
        return decide(me, id, key, words::confirm, "secondword.confirmed", flash);
    }

    @PostMapping("/{id}/refusal")
    String refuse(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, CommandKey key, RedirectAttributes flash) {
        return decide(me, id, key, words::refuse, "secondword.refused", flash);
    }

    private String decide(
            SignedIn me,
            UUID id,
            CommandKey key,
            BiConsumer<UUID, MemberId> decision,
            String told,
            RedirectAttributes flash) {
        try {
            commands.once(key, String.class, () -> {
                decision.accept(id, me.member());
                return told;
            });
            flash.addFlashAttribute("flashOk", told);
        } catch (Refusal refusal) {
            if (refusal.getStatus() == 404) {
                throw refusal;
            }
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:" + HERE;
    }
}
