package tuanju.desk.revealing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.LookingAtDesks;
import tuanju.desk.LookingAtDesks.Choice;
import tuanju.member.SignedIn;

/** Asks why before a full phone number is shown, and shows it for five minutes. */
@Controller
@RequiredArgsConstructor
@RequestMapping({"/lead/cycles/{cycle}/desk/bags/{bag}/reveals", "/lead/desk/bags/{bag}/reveals"})
class RevealPages {

    private final Desks desks;
    private final LookingAtDesks looking;
    private final Revealing revealing;

    /** The bag's order whose number is wanted, at which desk. */
    record Place(@Nullable String cycle, String bag) {
        String path(Desk desk) {
            return desk.path() + "/bags/" + bag;
        }
    }

    @PostMapping
    String ask(
            @AuthenticationPrincipal SignedIn me,
            Place place,
            @RequestParam String order,
            @RequestParam(defaultValue = "") String reason) {
        var desk = desk(me, place);
        var wanted = looking.choose(desk, place.bag(), new Choice(false, List.of(order)));
        return "redirect:" + place.path(desk) + "/reveals/"
                + revealing.ask(desk, wanted.ids().getFirst(), reason);
    }

    @GetMapping("/{id}")
    String show(
            @AuthenticationPrincipal SignedIn me,
            Place place,
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response) {
        var desk = desk(me, place);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("revealed", revealing.shown(desk, id));
        model.addAttribute("bag", place.path(desk));
        return "desk/reveal";
    }

    private Desk desk(SignedIn me, Place place) {
        return desks.of(me.member(), place.cycle(), place.bag());
    }
}
