package tuanju.page;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.ModelAndView;
import tuanju.command.Refusal;
import tuanju.command.TooMany;

/** The friendly page for what went wrong: what happened, what was kept, what to do, and a reference to ask about. */
@Component
@RequiredArgsConstructor
class ErrorPage {

    private static final Set<Integer> TOLD = Set.of(400, 403, 404, 405, 409, 410, 413, 429, 500, 503);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MessageSource messages;
    private final StyleSheet sheet;

    /** The page of a refusal, with the refusing module's own sentence. */
    ModelAndView of(Refusal refusal, Locale locale) {
        String sentence = messages.getMessage("refusal." + refusal.getType(), refusal.getArguments(), null, locale);
        var page = page(refusal.getStatus(), sentence, null, locale);
        return refusal instanceof TooMany ? page.addObject("retryAfter", true) : page;
    }

    ModelAndView of(int status, @Nullable String reference, Locale locale) {
        return page(status, null, reference, locale);
    }

    /** Ten characters that stand beside the exception in the log and nowhere else. */
    static String newReference() {
        return Long.toString(RANDOM.nextLong() & Long.MAX_VALUE, 36)
                .toUpperCase(Locale.ROOT)
                .substring(0, 8);
    }

    private ModelAndView page(int status, @Nullable String sentence, @Nullable String reference, Locale locale) {
        int told = TOLD.contains(status) ? status : status >= 500 ? 500 : 400;
        var model = new ModelMap()
                .addAttribute("key", "page.error." + told)
                .addAttribute("sentence", sentence)
                .addAttribute("reference", reference)
                .addAttribute("picture", status == 404 ? "not-found" : status == 503 ? "offline" : "broken")
                .addAttribute("styleSheet", sheet.path())
                .addAttribute("language", locale.getLanguage().equals("zh") ? "zh-CN" : "en")
                .addAttribute("theme", "auto")
                .addAttribute("here", "/");
        return new ModelAndView("page/error", model, HttpStatusCode.valueOf(status));
    }

    static void retryAfter(int status, jakarta.servlet.http.HttpServletResponse response) {
        if (status == 429 || status == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        }
    }
}
