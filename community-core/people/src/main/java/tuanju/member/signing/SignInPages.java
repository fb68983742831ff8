package tuanju.member.signing;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.Refusal;
import tuanju.member.AddressLimits;
import tuanju.member.Phone;
import tuanju.member.SecondStep;
import tuanju.member.Sessions;
import tuanju.member.SignedIn;
import tuanju.member.WebExchange;
import tuanju.member.code.OneTimeCodes;
import tuanju.member.code.WrongCode;
import tuanju.page.OwnPath;

/** Signing in and up on one path: phone, code, and a name when the phone is new; or phone and password. */
@Controller
@RequiredArgsConstructor
class SignInPages {

    private final SigningIn signingIn;
    private final OneTimeCodes codes;
    private final Sessions sessions;
    private final AddressLimits limits;
    private final FormProblems problems;
    private final CodePage codePage;
    private final Newcomers newcomers;
    private final SecondStep secondStep;

    /**
     * What is typed on the page of the code.
     *
     * @param name what a newcomer wants to be called; whoever has been here leaves it empty
     */
    record CodeForm(String code, @Nullable String name) {

        private static final int LONGEST_CODE = 20;
        private static final int LONGEST_NAME = 40;

        CodeForm {
            code = Objects.requireNonNullElse(code, "");
        }

        /** Refuses what no field of the page lets anybody type. */
        void refuseTooLong() {
            if (code.length() > LONGEST_CODE) {
                throw new Invalid("code", "text-too-long", LONGEST_CODE);
            }
            if (name != null && name.length() > LONGEST_NAME) {
                throw new Invalid("name", "text-too-long", LONGEST_NAME);
            }
        }
    }

    /** What is typed on the page that asks for a password. */
    record PasswordForm(
            String phone, String password, @Nullable String next) {
        PasswordForm {
            phone = Objects.requireNonNullElse(phone, "");
            password = Objects.requireNonNullElse(password, "");
        }
    }

    @GetMapping("/sign-in")
    String ask(
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable String with,
            @AuthenticationPrincipal @Nullable SignedIn me,
            Model model) {
        var then = afterwards(next);
        if (me != null) {
            return "redirect:" + then;
        }
        return form(model, "", then, "password".equals(with));
    }

    /** Where a browser stands after a refused form: it may be opened again, or in another language. */
    @GetMapping("/sign-in/codes")
    String askAgain() {
        return "redirect:/sign-in";
    }

    @GetMapping("/sign-in/password")
    String askPasswordAgain() {
        return "redirect:/sign-in?with=password";
    }

    @PostMapping("/sign-in/codes")
    String sendCode(
            @RequestParam String phone,
            @RequestParam(required = false) @Nullable String next,
            Locale language,
            WebExchange web,
            Model model) {
        var then = afterwards(next);
        try {
            return sendCode(Phone.of(phone), then, language, web);
        } catch (Refusal refusal) {
            problems.show(refusal, model, web.response());
            return form(model, phone, then, false);
        }
    }

    @PostMapping("/sign-in/password")
    String password(PasswordForm typed, Locale language, WebExchange web, Model model, RedirectAttributes flash) {
        var then = afterwards(typed.next());
        try {
            limits.tryPassword(web.request());
            var phone = Phone.of(typed.phone());
            try {
                var me = signingIn.byPassword(phone, typed.password());
                sessions.begin(me, web.request(), web.response());
                return "redirect:" + secondStep.before(then, me);
            } catch (ProveFirst unproven) {
                flash.addFlashAttribute("flashOk", "member.code.first");
                return sendCode(phone, then, language, web);
            }
        } catch (Refusal refusal) {
            problems.show(refusal, model, web.response());
            return form(model, typed.phone(), then, true);
        }
    }

    @GetMapping("/sign-in/code")
    String askCode(HttpServletRequest request, Model model) {
        return sessions.progress(request)
                .filter(it -> !it.proved())
                .map(it -> codePage.show(it, model))
                .orElse("redirect:/sign-in");
    }

    @PostMapping("/sign-in/code")
    String code(CodeForm form, WebExchange web, Model model, RedirectAttributes flash) {
        return underWay(web).map(it -> prove(it, form, web, model, flash)).orElse("redirect:/sign-in");
    }

    @PostMapping("/sign-in/code/again")
    String sendAgain(CodeForm form, Locale language, WebExchange web, Model model) {
        return underWay(web)
                .map(it -> sendAgain(it, form, language, web, model))
                .orElse("redirect:/sign-in");
    }

    /** The code that this browser waits for. */
    private Optional<Sessions.Progress> underWay(WebExchange web) {
        return sessions.progress(web.request()).filter(it -> !it.proved());
    }

    /** The same with the name that was typed beside the code: whatever comes of the code, nobody types it twice. */
    private Sessions.Progress called(CodeForm form, Sessions.Progress before, WebExchange web) {
        form.refuseTooLong();
        var progress = before.called(form.name());
        sessions.keep(web.request(), progress);
        return progress;
    }

    private String sendCode(Phone phone, String then, Locale language, WebExchange web) {
        var before = sessions.progress(web.request())
                .filter(it -> !it.proved() && it.phone().equals(phone));
        var request = before.map(Sessions.Progress::request).orElseGet(UUID::randomUUID);
        var name = before.map(Sessions.Progress::name).orElse(null);
        var progress = new Sessions.Progress(request, phone, then, name, null);
        limits.sendCode(web.request());
        codes.sendOrRely(OneTimeCodes.Asked.byBrowser(progress), language);
        sessions.keep(web.request(), progress);
        return "redirect:/sign-in/code";
    }

    private String prove(
            Sessions.Progress before, CodeForm form, WebExchange web, Model model, RedirectAttributes flash) {
        var progress = before;
        try {
            progress = called(form, before, web);
            limits.tryCode(web.request());
            if (!codes.prove(OneTimeCodes.Asked.byBrowser(progress), form.code())) {
                throw new WrongCode(codes.state(OneTimeCodes.Asked.byBrowser(progress)));
            }
        } catch (Refusal refusal) {
            problems.show(refusal, model, web.response());
            return codePage.show(progress, model);
        }
        return newcomers.letIn(progress, web, flash);
    }

    private String sendAgain(Sessions.Progress before, CodeForm form, Locale language, WebExchange web, Model model) {
        var progress = before;
        try {
            progress = called(form, before, web);
            limits.sendCode(web.request());
            codes.send(OneTimeCodes.Asked.byBrowser(progress), language);
            return "redirect:/sign-in/code";
        } catch (Refusal refusal) {
            problems.show(refusal, model, web.response());
            return codePage.show(progress, model);
        }
    }

    /** A path of this site, but not this page again. */
    private static String afterwards(@Nullable String next) {
        var path = OwnPath.orHome(next);
        return path.startsWith("/sign-") ? "/" : path;
    }

    private static String form(Model model, String phone, String next, boolean withPassword) {
        model.addAttribute("phone", phone);
        model.addAttribute("next", next);
        model.addAttribute("here", address(next, withPassword));
        return withPassword ? "member/sign-in-password" : "member/sign-in";
    }

    /** Where another language leads: this page, also after a refusal, which has the address of its form and no way on. */
    private static String address(String next, boolean withPassword) {
        return "/sign-in?" + (withPassword ? "with=password&" : "") + "next="
                + UriUtils.encode(next, StandardCharsets.UTF_8);
    }
}
