package tuanju.note.talk;

import java.time.Duration;
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
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Pace;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.member.SignedIn;
import tuanju.note.NoteTile;
import tuanju.note.Notes;
import tuanju.page.KeysetPage;

/** What a reader does on a note's page: says something of it, with one tap or in words, and puts it aside. */
@Controller
@RequiredArgsConstructor
class TalkPages {

    static final Pace COMMENTS = new Pace("note-comment", 10, Duration.ofMinutes(5));
    private static final int PAGE = 20;

    private final Comments comments;
    private final Reactions reactions;
    private final KeptNotes kept;
    private final Notes notes;
    private final Commands commands;
    private final FormProblems problems;

    /** Said twice it is the same. */
    @PostMapping("/n/{code}/reactions/{kind}")
    String react(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable Reaction kind,
            @RequestParam(defaultValue = "true") boolean on) {
        if (on) {
            reactions.say(me.member(), code, kind);
        } else {
            reactions.unsay(me.member(), code, kind);
        }
        return "redirect:/n/" + code + "#reactions";
    }

    /** Said twice it is the same. */
    @PostMapping("/n/{code}/kept")
    String keep(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "true") boolean on) {
        if (on) {
            kept.keep(me.member(), code);
        } else {
            kept.drop(me.member(), code);
        }
        return "redirect:/n/" + code + "#reactions";
    }

    @PostMapping("/n/{code}/comments")
    String comment(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String parent,
            CommandKey key,
            RedirectAttributes flash) {
        try {
            commands.once(
                    key,
                    COMMENTS,
                    String.class,
                    () -> comments.write(me.member(), code, text, TalkResources.parent(parent))
                            .value());
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
            flash.addFlashAttribute("typed", text);
            flash.addFlashAttribute("typedTo", parent);
        }
        return "redirect:/n/" + code + "#comments";
    }

    /** Twice is once. */
    @PostMapping("/n/{code}/comments/{comment}/withdrawal")
    String withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable Code comment) {
        comments.withdraw(me.member(), code, comment);
        return "redirect:/n/" + code + "#comments";
    }

    @GetMapping("/me/kept-notes")
    String kept(
            @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable Code after, Model model) {
        var found = notes.keptBy(me.member(), new Notes.Part(after, PAGE + 1));
        var page = KeysetPage.of(found, PAGE, "", after, NoteTile::code);
        model.addAttribute("tiles", page.shown());
        model.addAttribute("after", page.after());
        model.addAttribute("next", page.next());
        model.addAttribute("active", "me");
        return "note/kept";
    }
}
