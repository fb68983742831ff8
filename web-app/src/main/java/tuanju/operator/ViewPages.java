package tuanju.operator;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.member.SignedIn;

/** An operator keeps how they look at a table, and lets it go again; both lead back to the table. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/operate/views")
class ViewPages {

    private final KeptViews views;
    private final Commands commands;

    @PostMapping
    String keep(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            CommandKey key,
            RedirectAttributes flash) {
        var there = commands.once(
                key,
                String.class,
                () -> views.keep(me.member(), page, name, query).address());
        flash.addFlashAttribute("flashOk", "operator.view.saved");
        return "redirect:" + there.value();
    }

    @PostMapping("/removals")
    String remove(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "") String name,
            CommandKey key,
            RedirectAttributes flash) {
        var was = commands.once(
                        key,
                        String.class,
                        () -> views.remove(me.member(), page, name).query())
                .value();
        flash.addFlashAttribute("viewRemoved", Map.of("page", page, "name", name.strip(), "query", was));
        return "redirect:" + page;
    }
}
