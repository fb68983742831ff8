package tuanju.demand;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.card.Viewer;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Pace;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.member.SignedIn;

/** The board: what neighbours want, the most wanted first; who wrote it, who wants it, and what the leader says. */
@Controller
@RequiredArgsConstructor
class IdeaPages {

    static final Pace IDEAS = new Pace("idea", 10, Duration.ofDays(1));

    private final Ideas ideas;
    private final Communities communities;
    private final Leaders leaders;
    private final Commands commands;
    private final FormProblems problems;

    /** Of the community that is named, or was chosen on the front page. */
    @GetMapping("/ideas")
    String board(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @CookieValue(name = "community", required = false) @Nullable String chosen,
            @RequestParam(required = false) @Nullable String community,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(required = false) @Nullable Code after,
            Model model) {
        var here = here(community, chosen);
        var picked = IdeaStatus.OPEN.stream().noneMatch(it -> it.name().equals(status))
                        && List.of("HERE", "DECLINED").contains(status)
                ? List.of(IdeaStatus.valueOf(status))
                : IdeaStatus.OPEN;
        var board =
                here == null ? new Ideas.Board(List.of(), null) : ideas.board(here.id(), Viewer.of(me), picked, after);
        model.addAttribute("community", here);
        model.addAttribute("status", picked.size() == 1 ? picked.getFirst().name() : "");
        model.addAttribute("ideas", board.ideas());
        model.addAttribute("next", board.next());
        model.addAttribute("after", after);
        model.addAttribute("left", me == null || here == null ? null : ideas.left(me.member(), here.id()));
        model.addAttribute("active", "home");
        return "demand/board";
    }

    @GetMapping("/ideas/{code}")
    String idea(@AuthenticationPrincipal @Nullable SignedIn me, @PathVariable Code code, Model model) {
        boolean operates = me != null && me.operator();
        var read = ideas.find(code, Viewer.of(me), operates);
        model.addAttribute("operates", operates);
        var community = communities.of(code);
        model.addAttribute("idea", read.idea());
        model.addAttribute("answers", read.answers());
        model.addAttribute("community", community);
        model.addAttribute("leads", me != null && leaders.leads(me.member(), community.id()));
        model.addAttribute("left", me == null ? null : ideas.left(me.member(), community.id()));
        model.addAttribute("active", "home");
        return "demand/idea";
    }

    @GetMapping("/me/ideas/new")
    String form(
            @CookieValue(name = "community", required = false) @Nullable String chosen,
            @RequestParam(required = false) @Nullable String community,
            @RequestParam(defaultValue = "") String title,
            Model model) {
        var draft = new Ideas.Draft("WISH", title.length() > 40 ? title.substring(0, 40) : title, "");
        return form(here(community, chosen), draft, model);
    }

    @PostMapping("/me/ideas")
    String write(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "WISH") String kind,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            CommandKey key,
            Model model,
            HttpServletResponse response) {
        var draft = new Ideas.Draft(kind, title, text);
        try {
            var code = commands.once(
                    key,
                    IDEAS,
                    String.class,
                    () -> ideas.write(me.member(), community, draft).value());
            return "redirect:/ideas/" + code.value();
        } catch (NotFound nowhere) {
            throw nowhere;
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return form(communities.find(community).orElseThrow(NotFound::new), draft, model);
        }
    }

    private static String form(@Nullable CommunityCard here, Ideas.Draft draft, Model model) {
        if (here == null) {
            throw new NotFound();
        }
        model.addAttribute("community", here);
        model.addAttribute("draft", draft);
        model.addAttribute("active", "home");
        return "demand/form";
    }

    /** With one's own vote, or without it again; twice is once. */
    @PostMapping("/me/ideas/{code}/vote")
    String vote(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "true") boolean wanted,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes flash) {
        try {
            if (wanted) {
                ideas.vote(me.member(), code);
            } else {
                ideas.takeBack(me.member(), code);
            }
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:"
                + ("board".equals(back) ? "/ideas?community=" + code.communityShortCode() : "/ideas/" + code);
    }

    /** Twice is once. */
    @PostMapping("/me/ideas/{code}/withdrawal")
    String withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, RedirectAttributes flash) {
        ideas.withdraw(me.member(), code);
        flash.addFlashAttribute("flashOk", "demand.withdrawn");
        return "redirect:/ideas?community=" + code.communityShortCode();
    }

    private @Nullable CommunityCard here(@Nullable String named, @Nullable String chosen) {
        if (named != null && !named.isBlank()) {
            return communities.find(named).orElseThrow(NotFound::new);
        }
        var all = communities.all();
        return all.stream()
                .filter(it -> it.shortCode().equals(chosen))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.getFirst());
    }
}
