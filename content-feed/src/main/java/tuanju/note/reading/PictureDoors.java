package tuanju.note.reading;

import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.member.SignedIn;
import tuanju.picture.PictureRef;
import tuanju.picture.Pictures;

/** Pictures are uploaded one by one: by programs, and by the script of the form while somebody goes on writing. */
@Controller
@RequiredArgsConstructor
class PictureDoors {

    private static final int SMALL = 400;

    private final NotePictures uploads;
    private final Pictures pictures;
    private final NoteFormModel forms;
    private final Commands commands;

    /**
     * A picture that is there now, decoded, turned upright, written anew without what its file said beside it.
     *
     * @param id by which a note names it
     * @param url 400 pixels wide
     */
    record Uploaded(String id, String url) {}

    @PostMapping(path = "/api/v1/pictures", consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    @ResponseBody
    ResponseEntity<Uploaded> upload(
            @AuthenticationPrincipal SignedIn me, @RequestParam MultipartFile file, CommandKey key) {
        return commands.once(key, Uploaded.class, () -> uploaded(uploads.store(me.member(), file)))
                .with(HttpStatus.CREATED);
    }

    /** The same for the form's script, which is answered the piece of the form that holds it. */
    @PostMapping(path = "/me/note-pictures", consumes = "multipart/form-data")
    ModelAndView uploadFromForm(@AuthenticationPrincipal SignedIn me, @RequestParam MultipartFile file) {
        var stored = uploads.store(me.member(), file);
        var shown = forms.shown(List.of(stored.value()));
        return new ModelAndView("note/_picture :: picture", Map.of("it", shown.getFirst()));
    }

    private Uploaded uploaded(PictureRef stored) {
        return new Uploaded(stored.value(), pictures.url(stored, "", SMALL));
    }
}
