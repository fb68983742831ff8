package tuanju.member.account;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.Refusal;
import tuanju.member.AddressLimits;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.member.WebExchange;
import tuanju.member.code.OutboxSmsSender;

/** A member takes a copy of everything that is kept of them, or ends their account for good. */
@Controller
@RequiredArgsConstructor
class AccountPages {

    private final PersonalCopy copy;
    private final AccountClosing closing;
    private final Members members;
    private final AddressLimits limits;
    private final FormProblems problems;
    private final ObjectProvider<OutboxSmsSender> outbox;

    /**
     * What is typed to close an account.
     *
     * @param sure "yes" where it was ticked
     */
    record ClosingForm(String code, @Nullable String sure) {

        private static final int LONGEST_CODE = 20;

        ClosingForm {
            code = Objects.requireNonNullElse(code, "");
        }

        private void refuseIncomplete() {
            if (code.length() > LONGEST_CODE) {
                throw new Invalid("code", "text-too-long", LONGEST_CODE);
            }
            if (!"yes".equals(sure)) {
                throw new Invalid("sure", "closing-not-ticked");
            }
        }
    }

    @GetMapping("/me/personal-data")
    String personalData(Model model) {
        model.addAttribute("copies", PersonalCopy.COPIES_PER_DAY);
        return "member/personal-data";
    }

    @GetMapping("/me/personal-data/copy")
    ResponseEntity<PersonalFile> copy(@AuthenticationPrincipal SignedIn me) {
        return AccountResources.file(copy.of(me.member()));
    }

    @GetMapping("/me/closing")
    String ask(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("unfinished", closing.unfinished(me.member()));
        model.addAttribute("sent", closing.isCodeUnderWay(me.member()));
        model.addAttribute("maskedPhone", members.card(me.member()).maskedPhone());
        var sender = outbox.getIfAvailable();
        var phone = members.contact(me.member()).phone();
        model.addAttribute("outbox", sender == null ? List.of() : sender.latestTo(phone));
        return "member/closing";
    }

    @PostMapping("/me/closing/codes")
    String sendCode(@AuthenticationPrincipal SignedIn me, Locale language, WebExchange web, Model model) {
        try {
            limits.sendCode(web.request());
            closing.sendCode(me.member(), language);
            return "redirect:/me/closing";
        } catch (Refusal refusal) {
            problems.show(refusal, model, web.response());
            return ask(me, model);
        }
    }

    @PostMapping("/me/closing")
    String close(
            @AuthenticationPrincipal SignedIn me,
            ClosingForm form,
            WebExchange web,
            Model model,
            RedirectAttributes flash) {
        try {
            form.refuseIncomplete();
            limits.tryCode(web.request());
            closing.close(me.member(), form.code());
        } catch (Refusal refusal) {
            problems.show(refusal, model, web.response());
            return ask(me, model);
        }
        SecurityContextHolder.clearContext();
        web.request().getSession().invalidate();
        web.response().setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        flash.addFlashAttribute("flashOk", "member.closing.done");
        return "redirect:/sign-in";
    }
}
