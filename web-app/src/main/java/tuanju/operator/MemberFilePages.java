package tuanju.operator;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
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
import tuanju.command.Invalid;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

/** An operator reads one member's file, and has their phone shown, which is on record. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/operate/members/{member}")
class MemberFilePages {

    private final MemberFiles files;
    private final FormProblems problems;

    @GetMapping
    String file(@PathVariable UUID member, Model model) {
        model.addAttribute("active", "members");
        model.addAttribute("file", files.of(new MemberId(member)));
        return "operator/member";
    }

    /** Shown once, on the next page; asked twice it is on record twice. */
    @PostMapping("/reveals")
    String reveal(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            var phone = files.reveal(new MemberId(member), me.member(), reason);
            flash.addFlashAttribute("phone", phone.digits());
            return "redirect:/operate/members/" + member;
        } catch (Invalid refusal) {
            problems.show(refusal, model, response);
            model.addAttribute("reason", reason);
            return file(member, model);
        }
    }
}
