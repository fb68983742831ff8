package tuanju.operator;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.member.SignedIn;
import tuanju.moderation.RefusedWords;

/** Operators keep the list of words that are refused in names and texts. */
@Controller
@RequiredArgsConstructor
@RequestMapping(WordPages.HERE)
class WordPages {

    static final String HERE = "/operate/words";
    private static final String VIEW = "operator/words";

    private final RefusedWords words;
    private final Commands commands;
    private final FormProblems problems;

    /** A word to be refused, and whether in names only. */
    record Typed(String word, boolean namesOnly) {
        Typed {
            word = Objects.requireNonNullElse(word, "");
        }
    }

    @GetMapping
    String words(Model model) {
        model.addAttribute("active", "words");
        model.addAttribute("words", words.all());
        return VIEW;
    }

    @PostMapping
    String refuse(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "false") boolean namesOnly,
            CommandKey key,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var typed = new Typed(word, namesOnly);
        try {
            commands.once(key, String.class, () -> {
                words.refuse(typed.word(), namesOnly, me.member().value());
                return typed.word();
            });
        } catch (Invalid refusal) {
            model.addAttribute("typed", typed);
            problems.show(refusal, model, response);
            return words(model);
        }
        flash.addFlashAttribute("flashOk", "operator.words.refused");
        return "redirect:" + HERE;
    }

    @PostMapping("/removals")
    String allow(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String word,
            CommandKey key,
            RedirectAttributes flash) {
        commands.once(key, String.class, () -> {
            words.allow(word, me.member().value());
            return word;
        });
        flash.addFlashAttribute("flashOk", "operator.words.allowed");
        return "redirect:" + HERE;
    }
}
