package tuanju.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;
import org.thymeleaf.context.LazyContextVariable;

/** What every layout needs: the language, the theme, and a fresh command key for the page's form. */
@ControllerAdvice(annotations = Controller.class)
@RequiredArgsConstructor
class PageModel {

    static final String THEME_COOKIE = "theme";

    private final ObjectProvider<Bell> bells;
    private final Helpline helpline;
    private final BaseAddress base;

    @ModelAttribute
    void describe(Model model, HttpServletRequest request, Locale locale) {
        var page = new ModelMap();
        describe(page, request, locale);
        model.addAllAttributes(page);
        model.addAttribute("sent", "POST".equals(request.getMethod()));
        model.addAttribute("unread", unread());
    }

    /** The same for pages that no controller's model reaches, such as those of errors. */
    void describe(ModelMap model, HttpServletRequest request, Locale locale) {
        model.addAttribute("language", locale.getLanguage().equals("zh") ? "zh-CN" : "en");
        model.addAttribute("theme", theme(WebUtils.getCookie(request, THEME_COOKIE)));
        model.addAttribute("here", WayBack.toTryAgain(request, base));
        model.addAttribute("help", helpline.said());
        model.addAttribute("commandKey", UUID.randomUUID().toString());
    }

    /** Asked only by pages that show a bell. */
    private LazyContextVariable<Integer> unread() {
        return new LazyContextVariable<>() {
            @Override
            protected Integer loadValue() {
                var bell = bells.getIfAvailable();
                return bell == null ? Bell.NOBODY : bell.unread();
            }
        };
    }

    private static String theme(@Nullable Cookie cookie) {
        String wanted = cookie == null ? "auto" : cookie.getValue();
        return wanted.equals("light") || wanted.equals("dark") ? wanted : "auto";
    }
}
