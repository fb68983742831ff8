package tuanju.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** The language and theme menus; both work without script and are kept in cookies. */
@Controller
@RequiredArgsConstructor
class PreferencePages {

    private static final Set<String> THEMES = Set.of("auto", "light", "dark");

    private final LocaleResolver locales;

    @PostMapping("/language")
    String language(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var locale = language.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        locales.setLocale(request, response, locale);
        return "redirect:" + OwnPath.orHome(back);
    }

    @PostMapping("/theme")
    String theme(
            @RequestParam String theme, @RequestParam(defaultValue = "/") String back, HttpServletResponse response) {
        var cookie = ResponseCookie.from(PageModel.THEME_COOKIE, THEMES.contains(theme) ? theme : "auto")
                .maxAge(Duration.ofDays(365))
                .path("/")
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + OwnPath.orHome(back);
    }
}
