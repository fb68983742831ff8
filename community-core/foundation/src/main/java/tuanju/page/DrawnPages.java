package tuanju.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import tuanju.command.Refusal;

/** Draws the pages of errors where no controller and no view is at hand. */
@Component
@RequiredArgsConstructor
class DrawnPages {

    /** Stands in a kept page where somebody's own way back belongs. */
    private static final String WAY_BACK = "/way-back-of-somebody";

    private final SpringTemplateEngine engine;
    private final ErrorPage pages;
    private final BaseAddress base;
    private final Map<Kept, String> kept = new ConcurrentHashMap<>();

    /** Says no to a crowd: each of these pages is drawn once and from then on only written. */
    void refusal(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = pages.ofCrowd(refusal, request).addObject("retry", WAY_BACK);
        var model = page.getModel();
        var key = new Kept(
                String.valueOf(page.getViewName()),
                String.valueOf(model.get("sentence")),
                String.valueOf(model.get("theme")),
                RequestContextUtils.getLocale(request));
        var drawn = kept.get(key);
        if (drawn == null) {
            drawn = draw(page, request, response);
            kept.put(key, drawn);
        }
        write(drawn.replace(WAY_BACK, HtmlUtils.htmlEscape(WayBack.toTryAgain(request, base))), response);
    }

    void page(ModelAndView page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(draw(page, request, response), response);
    }

    private String draw(ModelAndView page, HttpServletRequest request, HttpServletResponse response) {
        var exchange = JakartaServletWebApplication.buildApplication(request.getServletContext())
                .buildExchange(request, response);
        var context = new WebContext(exchange, RequestContextUtils.getLocale(request), page.getModel());
        var view = Objects.requireNonNull(page.getViewName()).split(" :: ", 2);
        return view.length == 1 ? engine.process(view[0], context) : engine.process(view[0], Set.of(view[1]), context);
    }

    private static void write(String page, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }

    private record Kept(
            String view,
            String sentence,
            String theme,
            @Nullable Locale language) {}
}
