package tuanju.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
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
            <title>%s</title><style>%s</style></head>
            <body><main class="empty"><h1>%s</h1><p>%s</p><p><a class="button" href="%s/">%s</a></p></main></body>
            </html>
            """;

    /** All it needs is in the page: at a foreign address no file of ours is to be had. */
    private static final String STYLE = """
            :root{color-scheme:light dark;font:1.0625rem/1.6 system-ui,-apple-system,"PingFang SC","Noto Sans CJK SC",sans-serif}
            body{margin:0;min-height:100vh;display:grid;place-items:center}
            main{box-sizing:border-box;max-width:34rem;padding:2rem 1.25rem;text-align:center;overflow-wrap:anywhere}
            h1{font-size:1.5rem;line-height:1.3;margin:0 0 .75rem}
            .button{display:inline-block;margin-top:.75rem;padding:.7rem 1.5rem;border-radius:.75rem;background:#c2431c;color:#fff;text-decoration:none}
            .button:focus-visible{outline:3px solid currentColor;outline-offset:3px}
            """;

    /** Nothing but this very style. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

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
    record Answer(String contentType, String body) {
        /** What goes with it, also that nobody keeps it. */
        void describe(BiConsumer<String, String> headers) {
            headers.accept("Cache-Control", "no-store");
            headers.accept("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        }
    }

    void send(int status, Reason reason, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var answer = answer(status, reason, request);
        response.setStatus(status);
        answer.describe(response::setHeader);
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
                STYLE,
                heading,
                HtmlUtils.htmlEscape(text),
                HtmlUtils.htmlEscape(base.uri().toString()),
                HtmlUtils.htmlEscape(words("home", locale)));
    }

    private String words(String key, Locale locale) {
        return messages.getMessage("page.error." + key, new Object[] {base.uri()}, locale);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }

    /** By the browser's language only: a cookie may be part of what could not be read. */
    private static Locale locale(HttpServletRequest request) {
        boolean chinese = request.getHeader("Accept-Language") == null
                || !Locale.ENGLISH.getLanguage().equals(request.getLocale().getLanguage());
        return chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
