package tuanju.note.reading;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Pace;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.member.SignedIn;
import tuanju.note.Note;
import tuanju.note.NoteWriting;

/** The forms in which a note is written and changed; what was typed, and uploaded before, stays when something is refused. */
@Controller
@RequestMapping("/me/notes")
@RequiredArgsConstructor
class NoteFormPages {

    static final Pace NOTES = new Pace("note", 6, Duration.ofMinutes(10));

    private final NoteWriting writing;
    private final NoteFormModel forms;
    private final NotePictures pictures;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping("/new")
    String blank(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String community, Model model) {
        return forms.show(me.member(), NoteForm.empty(community), null, model);
    }

    @PostMapping
    String write(
            @AuthenticationPrincipal SignedIn me,
            CommandKey key,
            @ModelAttribute("form") NoteForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> uploads,
            Model model,
            HttpServletResponse response) {
        return written(
                me,
                form,
                uploads,
                null,
                model,
                response,
                whole -> commands.once(
                                key.about(form),
                                NOTES,
                                String.class,
                                () -> writing.write(me.member(), whole.draft()).value())
                        .value());
    }

    @GetMapping("/{code}")
    String change(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        var note = writing.own(me.member(), code);
        return forms.show(me.member(), NoteForm.of(note, code.communityShortCode()), note, model);
    }

    @PostMapping("/{code}")
    String change(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            CommandKey key,
            @ModelAttribute("form") NoteForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> uploads,
            Model model,
            HttpServletResponse response) {
        var note = writing.own(me.member(), code);
        return written(
                me,
                form,
                uploads,
                note,
                model,
                response,
                whole -> commands.once(key.about(form), NOTES, String.class, () -> {
                            writing.change(me.member(), code, whole.draft());
                            return code.value();
                        })
                        .value());
    }

    /** What was uploaded is stored before, so that it is there on the form again where something is refused. */
    private String written(
            SignedIn me,
            NoteForm form,
            @Nullable List<MultipartFile> uploads,
            @Nullable Note before,
            Model model,
            HttpServletResponse response,
            Function<NoteForm, String> write) {
        var uploaded = pictures.uploaded(me.member(), form.shown().size(), uploads);
        var whole = form.with(uploaded.names());
        try {
            if (uploaded.refused() != null) {
                throw uploaded.refused();
            }
            return "redirect:/n/" + write.apply(whole);
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return forms.show(me.member(), whole, before, model);
        }
    }

    /** Twice is once; then there is nothing to lead to. */
    @PostMapping("/{code}/withdrawal")
    String withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, RedirectAttributes flash) {
        writing.withdraw(me.member(), code);
        flash.addFlashAttribute("flashOk", "note.withdrawn");
        return "redirect:/notes?community=" + code.communityShortCode();
    }
}
