package tuanju.member;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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

/** Who runs the platform, and with what they show that it is them; one who has lost it is helped by another. */
@Controller
@RequiredArgsConstructor
class OperatorPages {

    private static final String HERE = "/operate/operators";

    private final SecondFactorRows rows;
    private final SecondFactors factors;
    private final Members members;
    private final FormProblems problems;

    /**
     * One operator.
     *
     * @param since when they set their second factor up; null without one
     * @param me whether it is who looks
     */
    record Colleague(MemberCard card, @Nullable Instant since, int recoveryCodes, boolean me) {}

    @GetMapping(HERE)
    String operators(@AuthenticationPrincipal SignedIn me, Model model) {
        var held = rows.ofOperators();
        var cards = members.cards(
                held.stream().map(it -> new MemberId(it.memberId())).toList());
        model.addAttribute("active", "operators");
        model.addAttribute(
                "operators",
                held.stream()
                        .flatMap(it -> Optional.ofNullable(cards.get(new MemberId(it.memberId()))).stream()
                                .map(card -> of(it, card, me)))
                        .toList());
        return "member/operators";
    }

    @PostMapping(HERE + "/{member}/second-factor/reset")
    String reset(
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            factors.reset(new MemberId(member), reason, me.member());
        } catch (Invalid refusal) {
            problems.show(refusal, model, response);
            model.addAttribute("asked", member);
            return operators(me, model);
        }
        flash.addFlashAttribute("flashOk", "member.operators.reset-done");
        return "redirect:" + HERE;
    }

    private static Colleague of(SecondFactorRows.Held held, MemberCard card, SignedIn me) {
        return new Colleague(card, held.since(), held.recoveryCodes(), card.id().equals(me.member()));
    }
}
