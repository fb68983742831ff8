package tuanju.teambuy.sharing;

import static org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.community.Code;
import tuanju.link.Links;
import tuanju.live.LiveTopics;
import tuanju.member.SignedIn;
import tuanju.teambuy.Teams;
import tuanju.teambuy.seating.TeamLeaving;

/** The page of a team, open to everyone with its link. */
@Controller
@RequestMapping("/t/{code}")
@RequiredArgsConstructor
class TeamPages {

    private final Teams teams;
    private final TeamViews views;
    private final TeamSharing sharing;
    private final TeamLeaving leaving;
    private final Links links;
    private final LiveTopics topics;

    @GetMapping
    String page(@PathVariable Code code, @AuthenticationPrincipal @Nullable SignedIn me, Model model) {
        var view = views.of(code, me);
        model.addAttribute("view", view);
        model.addAttribute("openGraph", sharing.openGraph(view));
        var own = links.own(me, SharedTeam.KIND, code);
        model.addAttribute("share", sharing.sheet(view, own));
        model.addAttribute("own", own);
        model.addAttribute("hasAction", true);
        model.addAttribute("back", "/");
        return "teambuy/team";
    }

    /** What changes while one looks: faces, seats, and what one can do now. */
    @GetMapping("/now")
    String now(@PathVariable Code code, @AuthenticationPrincipal @Nullable SignedIn me, Model model) {
        var view = views.of(code, me);
        model.addAttribute("view", view);
        var own = links.own(me, SharedTeam.KIND, code);
        model.addAttribute("own", own);
        model.addAttribute("share", sharing.sheet(view, own));
        return "teambuy/_now :: now(view=${view}, share=${share}, own=${own})";
    }

    @GetMapping(path = "/live", produces = TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(
            @PathVariable Code code, @AuthenticationPrincipal @Nullable SignedIn me, HttpServletRequest request) {
        return topics.listen(views.topic(code, me), request);
    }

    /** Leaving before the team has formed: the seat is free again, the money goes back. */
    @PostMapping("/departures")
    String leave(@PathVariable Code code, @AuthenticationPrincipal @Nullable SignedIn me, RedirectAttributes flash) {
        if (me == null) {
            return "redirect:/sign-in?next=/t/" + code;
        }
        var mine = teams.page(code, me.member()).mine();
        leaving.leave(me.member(), code);
        flash.addFlashAttribute("flashOk", "teambuy.team.left");
        return "redirect:" + (mine == null ? "/t/" + code : "/orders/" + mine.order());
    }
}
