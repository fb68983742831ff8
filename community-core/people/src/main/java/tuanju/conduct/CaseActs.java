package tuanju.conduct;

import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.member.SignedIn;
import tuanju.secondword.SecondWords;

/** What is done on the page of a case, once for each key; what is refused is said there. */
@Component
@RequiredArgsConstructor
class CaseActs {

    private final Judging deciding;
    private final Measures measures;
    private final Appeals appeals;
    private final SecondWords words;
    private final Commands commands;
    private final FormProblems problems;

    /** Whether it is decided. */
    boolean decide(SignedIn me, Case about, CaseForm form, CommandKey key, RedirectAttributes flash) {
        var done = once(key, flash, () -> {
            deciding.decide(about.id(), form.by(me.member()), form.ofVersion());
            return "conduct.decided";
        });
        if (!done) {
            flash.addFlashAttribute("typed", Objects.requireNonNullElse(form.reason(), ""));
        }
        return done;
    }

    void measure(
            SignedIn me, Case about, Measures.Step step, boolean operator, CommandKey key, RedirectAttributes flash) {
        once(key, flash, () -> said(measures.take(about.id(), step, me.member(), operator)));
    }

    void endAppeal(SignedIn me, Case about, String decision, String why, CommandKey key, RedirectAttributes flash) {
        once(key, flash, () -> {
            appeals.decide(about.id(), Appeals.overturns(decision), why, me.member());
            return "conduct.appeal.ended";
        });
    }

    private String said(@Nullable UUID proposal) {
        return proposal == null ? "conduct.measure.taken" : words.told(proposal);
    }

    private boolean once(CommandKey key, RedirectAttributes flash, java.util.function.Supplier<String> act) {
        try {
            flash.addFlashAttribute(
                    "flashOk", commands.once(key, String.class, act).value());
            return true;
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
            return false;
        }
    }
}
