package tuanju.attribution;

import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.context.request.ServletWebRequest;
import tuanju.community.Code;
import tuanju.member.SignedIn;

/** A note's page says that it was read, and its author sees what their notes did. */
@Controller
@RequiredArgsConstructor
class ResultPages {

    private final NoteResults results;
    private final NoteTouches touches;

    /** Another site's script is nobody's reading. */
    @PostMapping("/n/{code}/reads")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable Code code, ServletWebRequest asked) {
        var site = asked.getHeader("Sec-Fetch-Site");
        boolean isHere = site == null || site.equals("same-origin");
        if (isHere && touches.isInMeasure(code.value(), asked.getRequest())) {
            touches.read(code, asked.getRequest(), Objects.requireNonNull(asked.getResponse()));
        }
    }

    @GetMapping("/me/notes/results")
    String results(
            @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable Code after, Model model) {
        var found = results.of(me.member(), after);
        model.addAttribute("results", found);
        model.addAttribute("after", after);
        model.addAttribute("next", found.next());
        model.addAttribute("active", "me");
        return "attribution/results";
    }
}
