package tuanju.security;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A browser without script: keeps its cookies, fills in forms with the token they carry, follows nothing by itself. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final MockMvcTester mvc;
    private final Map<String, Cookie> cookies = new HashMap<>();
    private String address = "203.0.113.7";
    private String page = "";

    Browser(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    Browser from(String address) {
        this.address = address;
        return this;
    }

    MvcTestResult get(String path) {
        return exchange(HttpMethod.GET, path, Map.of());
    }

    /** Sends a form of the page last seen. */
    MvcTestResult post(String path, Map<String, String> fields) {
        var token = TOKEN.matcher(page);
        var all = new HashMap<>(fields);
        if (token.find()) {
            all.put("_csrf", token.group(1));
        }
        return exchange(HttpMethod.POST, path, all);
    }

    MvcTestResult postWithoutToken(String path, Map<String, String> fields) {
        return exchange(HttpMethod.POST, path, fields);
    }

    String page() {
        return page;
    }

    String cookie(String name) {
        return cookies.containsKey(name) ? cookies.get(name).getValue() : "";
    }

    void give(String name, String value) {
        cookies.put(name, new Cookie(name, value));
    }

    private MvcTestResult exchange(HttpMethod method, String path, Map<String, String> fields) {
        var request = mvc.method(method)
                .uri(URI.create(path))
                .remoteAddress(address)
                .with(it -> {
                    it.setCookies(cookies.values().toArray(Cookie[]::new));
                    return it;
                });
        fields.forEach(request::param);
        var result = request.exchange();
        for (Cookie cookie : result.getResponse().getCookies()) {
            cookies.put(cookie.getName(), cookie);
        }
        var text = new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        page = text.isEmpty() ? page : text;
        return result;
    }
}
