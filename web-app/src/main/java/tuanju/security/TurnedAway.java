package tuanju.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;
import tuanju.page.BaseAddress;

/**
 * What is said to a request that is turned away before any page is reached: a page in plain words, or a problem to
 * callers of the API. It needs neither template nor database, and leads to the base address.
 */
@Component
@RequiredArgsConstructor
class TurnedAway {

    private static final String PAGE = """
            <!doctype html>
            <html lang="%s">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title><link rel="stylesheet" href="/assets/site.css"></head>
            <body><main class="empty"><h1>%s</h1><p>%s</p><p><a class="button button-main" href="%s/">%s</a></p></main></body>
            </html>
            """;

    private final MessageSource messages;
    private final BaseAddress base;
    private final JsonMapper json;

    /** Why, as the messages page.error.… say it. */
    enum Reason {
        /** The server could not make sense of it. */
        UNREADABLE("400"),
        /** The server itself failed. */
        BROKEN("500"),
        /** It was asked of an address that is not ours. */
        MISDIRECTED("421"),
        /** It says to have come through a proxy that nobody listed. */
        UNKNOWN_PROXY("proxy");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        static Reason of(int status) {
            return status == 500 || status == 503 ? BROKEN : UNREADABLE;
        }
    }

    /** An answer, ready to be sent. */
    record Answer(String contentType, String body) {}

    void send(int status, Reason reason, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var answer = answer(status, reason, request);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(answer.contentType());
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    Answer answer(int status, Reason reason, HttpServletRequest request) {
        var locale = locale(request);
        var title = words(reason.key + ".title", locale);
        var text = words(reason.key + ".text", locale);
        var path = request.getRequestURI();
        return path != null && path.startsWith("/api/")
                ? new Answer("application/problem+json", problem(status, title, text))
                : new Answer("text/html;charset=UTF-8", page(title, text, locale));
    }

    private String problem(int status, String title, String text) {
        return json.writeValueAsString(
                Map.of("type", "urn:tuanju:problem:http-" + status, "title", title, "status", status, "detail", text));
    }

    private String page(String title, String text, Locale locale) {
        var heading = HtmlUtils.htmlEscape(title);
        return PAGE.formatted(
                locale.toLanguageTag(),
                heading,
                heading,
                HtmlUtils.htmlEscape(text),
                HtmlUtils.htmlEscape(base.uri().toString()),
                HtmlUtils.htmlEscape(words("home", locale)));
    }

    private String words(String key, Locale locale) {
        return messages.getMessage("page.error." + key, new Object[] {base.uri()}, locale);
    }

    /** By the browser's language only: a cookie may be part of what could not be read. */
    private static Locale locale(HttpServletRequest request) {
        boolean chinese = request.getHeader("Accept-Language") == null
                || !Locale.ENGLISH.getLanguage().equals(request.getLocale().getLanguage());
        return chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
