package tuanju.operator;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.Plain;
import tuanju.member.MemberId;
import tuanju.member.Phone;
import tuanju.member.SignedIn;
import tuanju.member.operators.Reopening;
import tuanju.secondword.AlreadyProposed;
import tuanju.secondword.SecondWords;

/** Operators propose that a parked account goes back to its owner. */
@Controller
@RequiredArgsConstructor
class ParkedPages {

    static final String HERE = "/operate/accounts";
    private static final String VIEW = "operator/parked";
    private static final int PAGE = 50;

    private final Reopening reopening;
    private final AccountReturning returning;
    private final SecondWords words;
    private final Commands commands;
    private final FormProblems problems;

    /** Which of them somebody looks at, as it stands in the address bar. */
    record Looked(@Nullable String q, @Nullable Instant before) {

        String words() {
            return q == null ? "" : Plain.text("q", q);
        }
    }

    /**
     * What is typed to give one back.
     *
     * @param sure the word of the operator that they know whose account it is
     * @param evenSo that the other account may be closed though something in it is under way
     */
    record GivingBack(
            String phone,
            String reason,
            @Nullable Boolean sure,
            @Nullable Boolean evenSo,
            @Nullable String q,
            @Nullable Instant before) {

        GivingBack {
            phone = Objects.requireNonNullElse(phone, "");
            reason = Objects.requireNonNullElse(reason, "");
        }

        public boolean isSure() {
            return Boolean.TRUE.equals(sure);
        }

        public boolean isEvenSo() {
            return Boolean.TRUE.equals(evenSo);
        }

        private Reopening.Word word() {
            return new Reopening.Word(Phone.of(phone), reason, isEvenSo());
        }

        /** Refuses with Invalid whoever is not sure. */
        Reopening.Word sureWord() {
            if (!isSure()) {
                throw new Invalid("sure", "give-back-unsure");
            }
            return word();
        }

        Looked looked() {
            return new Looked(q, before);
        }
    }

    @GetMapping(HERE)
    String parked(Looked looked, Model model) {
        show(looked, model);
        return VIEW;
    }

    /** A refusal leads back to the same page of them, with what was typed; refuses for good where the account is not on it. */
    @PostMapping(HERE + "/{account}/return")
    String giveBack(
            @PathVariable UUID account,
            GivingBack typed,
            CommandKey key,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            flash.addFlashAttribute("flashOk", proposed(account, typed, key, me));
        } catch (AlreadyProposed refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        } catch (Invalid refusal) {
            model.addAttribute("typed", typed);
            model.addAttribute("account", account);
            problems.show(refusal, model, response);
            if (show(typed.looked(), model).stream()
                    .noneMatch(it -> it.card().id().value().equals(account))) {
                throw refusal;
            }
            return VIEW;
        }
        return "redirect:" + HERE;
    }

    private String proposed(UUID account, GivingBack typed, CommandKey key, SignedIn me) {
        return commands.once(
                        key,
                        String.class,
                        () -> words.told(returning.propose(new MemberId(account), typed.sureWord(), me.member())))
                .value();
    }

    private List<Reopening.Parked> show(Looked looked, Model model) {
        var found = reopening.parked(looked.before(), looked.words(), PAGE + 1);
        var parked = found.stream().limit(PAGE).toList();
        model.addAttribute("active", "accounts");
        model.addAttribute("parked", parked);
        model.addAttribute("looked", looked);
        model.addAttribute(
                "waiting",
                words.waitingAmong(
                        AccountReturning.KIND,
                        parked.stream().map(it -> it.card().id().value()).toList()));
        model.addAttribute("next", found.size() > PAGE ? parked.getLast().parkedAt() : null);
        return parked;
    }
}
