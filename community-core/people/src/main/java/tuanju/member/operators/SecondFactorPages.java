package tuanju.member.operators;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.member.Members;
import tuanju.member.SecondStep;
import tuanju.member.Sessions;
import tuanju.member.SignedIn;
import tuanju.member.WebExchange;
import tuanju.page.OwnPath;
import tuanju.picture.QrCodes;

/** An operator sets up an authenticator app, shows a code of it after signing in, and ends it for another one. */
@Controller
@RequiredArgsConstructor
@RequestMapping(SecondStep.PAGE)
class SecondFactorPages {

    private final SecondFactors factors;
    private final Members members;
    private final Sessions sessions;
    private final QrCodes qrCodes;
    private final FormProblems problems;

    /** A code of the app, or a recovery code. */
    record CodeForm(String code, @Nullable String next) {
        CodeForm {
            code = Objects.requireNonNullElse(code, "");
        }
    }

    /** A code of an app that has just read the secret, which the form carries back sealed. */
    record SetUpForm(String sealed, String code, @Nullable String next) {
        SetUpForm {
            sealed = Objects.requireNonNullElse(sealed, "");
            code = Objects.requireNonNullElse(code, "");
        }
    }

    @GetMapping
    String ask(
            @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable String next, Model model) {
        mustBeAppointed(me);
        return page(me, next, model);
    }

    @PostMapping
    String prove(@AuthenticationPrincipal SignedIn me, CodeForm typed, WebExchange web, Model model) {
        mustBeAppointed(me);
        try {
            pass(me, factors.prove(me.member(), typed.code()), web);
            return "redirect:" + afterwards(typed.next());
        } catch (Refusal refusal) {
            problems.show(refusal, model, web.response());
            return page(me, typed.next(), model);
        }
    }

    /** Answers with the recovery codes itself, not after a redirect: so they are kept nowhere, and seen once. */
    @PostMapping("/app")
    String setUp(@AuthenticationPrincipal SignedIn me, SetUpForm typed, WebExchange web, Model model) {
        mustBeAppointed(me);
        if (factors.has(me.member())) {
            return "redirect:" + SecondStep.PAGE;
        }
        try {
            var done = factors.setUp(me.member(), typed.sealed(), typed.code());
            pass(me, done.factor(), web);
            model.addAttribute("recoveryCodes", List.copyOf(done.recoveryCodes()));
            model.addAttribute("next", afterwards(typed.next()));
            return "member/recovery-codes";
        } catch (Refusal refusal) {
            problems.show(refusal, model, web.response());
            return page(me, typed.next(), model);
        }
    }

    @PostMapping("/end")
    String end(
            @AuthenticationPrincipal SignedIn me,
            CodeForm typed,
            WebExchange web,
            Model model,
            RedirectAttributes flash) {
        members.needOperator(me);
        try {
            factors.end(me.member(), typed.code());
        } catch (Refusal refusal) {
            problems.show(refusal, model, web.response());
            return page(me, typed.next(), model);
        }
        pass(me, null, web);
        flash.addFlashAttribute("flashOk", "member.factor.ended");
        return "redirect:" + SecondStep.PAGE;
    }

    private String page(SignedIn me, @Nullable String next, Model model) {
        model.addAttribute("next", afterwards(next));
        if (!factors.has(me.member())) {
            var offer = factors.offer(me.member());
            model.addAttribute("offer", offer);
            model.addAttribute("qr", picture(offer.uri()));
            return "member/second-factor-app";
        }
        model.addAttribute("passed", members.isOperator(me));
        return "member/second-factor";
    }

    /** Inside the page: a picture with an address of its own would carry the secret in it, into logs and histories. */
    private String picture(String uri) {
        var svg = qrCodes.svg(uri).getBytes(StandardCharsets.UTF_8);
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg);
    }

    /** In a new session: nobody who knew the one before becomes an operator by this. */
    private void pass(SignedIn me, @Nullable UUID factor, WebExchange web) {
        sessions.begin(me.with(factor), web.request(), web.response());
    }

    private void mustBeAppointed(SignedIn me) {
        if (!members.isOperator(me) && !members.owesSecondFactor(me)) {
            throw new NotFound();
        }
    }

    private static String afterwards(@Nullable String next) {
        var path = next == null ? "/operate" : OwnPath.orHome(next);
        return path.startsWith(SecondStep.PAGE) ? "/operate" : path;
    }
}
