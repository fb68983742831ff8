package tuanju.keeping;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.member.SignedIn;
import tuanju.order.fulfilment.AlreadyCollected;
import tuanju.page.Dates;

/** The bags nobody came for, and what is done about them. */
@Controller
@RequiredArgsConstructor
@RequestMapping({"/lead/cycles/{cycle}/desk/kept", "/lead/desk/kept"})
class KeepingPages {

    private final Desks desks;
    private final Keeping keeping;
    private final Dates dates;
    private final MessageSource messages;
    private final FormProblems problems;

    @GetMapping
    String kept(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable(required = false) @Nullable String cycle,
            Model model,
            Locale locale) {
        var open = desks.open(me.member(), cycle);
        var view = keeping.look(open);
        model.addAttribute("view", view);
        model.addAttribute("path", open.getFirst().path());
        model.addAttribute("text", text(view, locale));
        model.addAttribute("active", "desk");
        return "keeping/kept";
    }

    @PostMapping("/reminders")
    String remindAll(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable(required = false) @Nullable String cycle,
            RedirectAttributes redirect,
            Locale locale) {
        var open = desks.open(me.member(), cycle);
        int reminded = open.stream().mapToInt(desk -> keeping.remind(desk, "")).sum();
        redirect.addFlashAttribute("flashOk", say("keeping.reminded", locale, reminded));
        return back(open.getFirst());
    }

    /** One tap on one bag. */
    enum Act {
        REMIND,
        EXTEND,
        GIVE_AWAY,
        RETURN,
        REOPEN
    }

    @PostMapping("/{bag}/steps")
    String act(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable(required = false) @Nullable String cycle,
            @PathVariable String bag,
            @RequestParam Act act,
            RedirectAttributes redirect,
            Locale locale) {
        var desk = desks.of(me.member(), cycle, bag);
        try {
            redirect.addFlashAttribute("flashOk", done(desk, bag, act, locale));
        } catch (StillKept | DecidedMeanwhile | AlreadyCollected refusal) {
            redirect.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return back(desk);
    }

    private String done(Desk desk, String bag, Act act, Locale locale) {
        switch (act) {
            case REMIND -> {
                return say("keeping.reminded", locale, keeping.remind(desk, bag));
            }
            case EXTEND -> {
                return say("keeping.extended", locale, dates.when(keeping.extend(desk, bag)));
            }
            case GIVE_AWAY -> keeping.decide(desk, bag, Step.GIVEN_AWAY);
            case RETURN -> keeping.decide(desk, bag, Step.RETURNED);
            case REOPEN -> keeping.reopen(desk, bag);
        }
        return "keeping.done." + act;
    }

    /** For the group: surnames and floors, and until when. */
    private String text(KeptView view, Locale locale) {
        var people = Stream.concat(view.kept().stream(), view.overdue().stream())
                .map(bag -> say("keeping.text.line", locale, bag.masked(), dates.when(bag.until())))
                .collect(Collectors.joining("\n"));
        return people.isEmpty() ? "" : say("keeping.text", locale, people);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private static String back(Desk desk) {
        return "redirect:" + desk.path() + "/kept";
    }
}
