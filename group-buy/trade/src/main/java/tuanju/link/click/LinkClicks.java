package tuanju.link.click;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tuanju.community.Code;
import tuanju.community.Communities;

/**
 * Counts how often a link is opened by people: once a day by a browser that may be recognised, otherwise once a visit. Robots
 * that draw a preview, pages fetched ahead and pictures are no clicks.
 */
@Component
@RequiredArgsConstructor
public class LinkClicks {

    private static final String OF_THIS_VISIT = "opened";
    private static final int MOST = 20;
    private static final List<String> ROBOTS =
            List.of("bot", "crawl", "spider", "preview", "externalhit", "slurp", "curl", "wget", "headless", "monitor");

    private final Communities communities;
    private final BrowserMemory memory;
    private final BrowserRows rows;

    /** A link that counts for this reader was opened. */
    public void opened(Code link, HttpServletRequest request, HttpServletResponse response) {
        if (!isPerson(request)) {
            return;
        }
        communities.find(link.communityShortCode()).ifPresent(home -> {
            var browser = memory.recognised(request, response);
            if (browser.isPresent()) {
                rows.clicked(home.id(), link.value(), browser.get());
            } else if (isFirstOfVisit(link, request, response)) {
                rows.clicked(home.id(), link.value());
            }
        });
    }

    /** Whether somebody who says who they are asked for a page to read now. */
    public static boolean isPerson(HttpServletRequest request) {
        return !isRobot(request.getHeader(HttpHeaders.USER_AGENT))
                && said(request, HttpHeaders.ACCEPT).contains("text/html")
                && Stream.of("Sec-Purpose", "Purpose", "X-Moz")
                        .noneMatch(it -> said(request, it).contains("prefetch"));
    }

    /** Who says nothing of themselves is one. */
    public static boolean isRobot(@Nullable String userAgent) {
        var said = userAgent == null ? "" : userAgent.toLowerCase(Locale.ROOT);
        return said.isBlank() || ROBOTS.stream().anyMatch(said::contains);
    }

    private static String said(HttpServletRequest request, String header) {
        var value = request.getHeader(header);
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }

    /** What somebody else wrote there is not handed on. */
    private static boolean isCode(String kept) {
        try {
            return new Code(kept).value().equals(kept);
        } catch (IllegalArgumentException noCode) {
            return false;
        }
    }

    /** A cookie that goes with the visit names the links opened in it. */
    private static boolean isFirstOfVisit(Code link, HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, OF_THIS_VISIT);
        var before = cookie == null
                ? List.<String>of()
                : Arrays.stream(cookie.getValue().split("\\.")).limit(MOST).toList();
        if (before.contains(link.value())) {
            return false;
        }
        var now = Stream.concat(
                Stream.of(link.value()),
                before.stream().filter(LinkClicks::isCode).limit(MOST - 1));
        Reader.send(
                List.of(ResponseCookie.from(OF_THIS_VISIT, String.join(".", now.toList()))
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()),
                response);
        return true;
    }
}
