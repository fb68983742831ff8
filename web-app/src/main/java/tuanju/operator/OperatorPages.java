package tuanju.operator;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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
import tuanju.command.Refusal;
import tuanju.member.MemberId;
import tuanju.member.Phone;
import tuanju.member.SignedIn;
import tuanju.secondword.SecondWords;

/** Who runs the platform, and with what they show that it is them; what shall change there is proposed here. */
@Controller
@RequiredArgsConstructor
@RequestMapping(OperatorPages.HERE)
class OperatorPages {

    static final String HERE = "/operate/operators";
    private static final String ENDED = "operator.ended";

    private final Staffing staffing;
    private final SecondWords words;
    private final Commands commands;
    private final FormProblems problems;

    /** Who shall run the platform too, and why. */
    record Appointment(String phone, String reason) {
        Appointment {
            phone = Objects.requireNonNullElse(phone, "");
            reason = Objects.requireNonNullElse(reason, "");
        }
    }

    @GetMapping
    String operators(@AuthenticationPrincipal SignedIn me, Model model) {
        var all = staffing.all();
        var ids = all.stream().map(it -> it.card().id().value()).toList();
        model.addAttribute("active", "operators");
        model.addAttribute("operators", all);
        model.addAttribute("mine", me.member());
        model.addAttribute("ending", words.waitingAmong(AboutOperator.DISMISSAL, ids));
        model.addAttribute("resetting", words.waitingAmong(AboutOperator.RESET, ids));
        return "operator/operators";
    }

    @PostMapping
    String appoint(
            @AuthenticationPrincipal SignedIn me,
            Appointment typed,
            CommandKey key,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            return done(flash, key, () -> appointed(typed, me));
        } catch (Refusal refusal) {
            model.addAttribute("typed", typed);
            return refused(refusal, null, me, model, response);
        }
    }

    @PostMapping("/{member}/dismissal")
    String dismiss(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String reason,
            CommandKey key,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            return done(flash, key, () -> staffing.dismiss(new MemberId(member), reason, me.member()));
        } catch (Refusal refusal) {
            return refused(refusal, "dismissal-" + member, me, model, response);
        }
    }

    @PostMapping("/{member}/second-factor/reset")
    String reset(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String reason,
            CommandKey key,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            return done(flash, key, () -> Optional.of(staffing.reset(new MemberId(member), reason, me.member())));
        } catch (Refusal refusal) {
            return refused(refusal, "reset-" + member, me, model, response);
        }
    }

    private Optional<UUID> appointed(Appointment typed, SignedIn me) {
        return Optional.of(staffing.appoint(Phone.of(typed.phone()), typed.reason(), me.member()));
    }

    /** Whose own role has ended goes on as a member, signed in anew. */
    private String done(RedirectAttributes flash, CommandKey key, Supplier<Optional<UUID>> act) {
        var told = commands.once(
                        key, String.class, () -> act.get().map(words::told).orElse(ENDED))
                .value();
        flash.addFlashAttribute("flashOk", told);
        return told.equals(ENDED) ? "redirect:/" : "redirect:" + HERE;
    }

    /** The same page with what is wrong; a form of one operator is told by its act and their id. */
    private String refused(
            Refusal refusal, @Nullable String form, SignedIn me, Model model, HttpServletResponse response) {
        if (refusal.getStatus() == 404) {
            throw refusal;
        }
        model.addAttribute("form", form);
        problems.show(refusal, model, response);
        return operators(me, model);
    }
}
