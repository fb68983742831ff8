package tuanju.shopping;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** A browser without script: keeps its cookies, follows redirects on demand, fills in the forms it is shown. */
final class Visitor {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI home;
    private final String language;
    private HttpResponse<byte[]> last;
    private String order = "/orders";

    Visitor(int port) {
        this(port, "zh-CN");
    }

    Visitor(int port, String language) {
        this.home = URI.create("http://localhost:" + port);
        this.language = language;
        this.last = get("/page/once.js");
    }

    HttpResponse<byte[]> get(String path) {
        return send(request(path).GET());
    }

    /** Asks again, unless nothing has changed since this state. */
    HttpResponse<byte[]> getUnless(String path, String state) {
        return send(request(path).header("If-None-Match", state).GET());
    }

    /** Goes where the last answer sends, until it is a page. */
    Visitor follow() {
        while (last.statusCode() / 100 == 3) {
            get(location());
        }
        return this;
    }

    /** Sends the form of the last page with this action, with its hidden fields. */
    HttpResponse<byte[]> submit(String action, Map<String, String> fields) {
        return post(action, fields(action, fields));
    }

    /** What the form of the last page with this action would send. */
    Map<String, String> fields(String action, Map<String, String> filledIn) {
        var form = Pattern.compile("<form[^>]*action=\"" + Pattern.quote(action) + "\".*?</form>", Pattern.DOTALL)
                .matcher(page());
        if (!form.find()) {
            throw new AssertionError("No form for " + action + " in " + page());
        }
        var all = new HashMap<String, String>();
        var hidden = HIDDEN.matcher(form.group());
        while (hidden.find()) {
            all.put(hidden.group(1), HtmlUtils.htmlUnescape(hidden.group(2)));
        }
        all.putAll(filledIn);
        return all;
    }

    /** Sends the same once more, as a second tab would; answers where it leads. */
    String again(String path, Map<String, String> fields) {
        try {
            return client.send(form(path, fields).build(), BodyHandlers.ofByteArray())
                    .headers()
                    .firstValue("Location")
                    .orElse("")
                    .replace(home.toString(), "");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Remembers the order that the payment leads back to. */
    void rememberOrder() {
        order = location();
    }

    String orderPath() {
        return order;
    }

    String orderPage() {
        get(order);
        return page();
    }

    HttpResponse<byte[]> post(String path, Map<String, String> fields) {
        return send(form(path, fields));
    }

    /** As a form with files does: each field a part of its own, and an empty file for each of these names. */
    HttpResponse<byte[]> postParts(String path, Map<String, String> fields, List<String> files) {
        var body = new StringBuilder();
        fields.forEach(
                (name, value) -> body.append("--part\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        files.forEach(name -> body.append("--part\r\nContent-Disposition: form-data; name=\"" + name)
                .append("\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n"));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofString(body + "--part--\r\n")));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    /** Signs in from the sign-in page this visitor was sent to, or from scratch. */
    Visitor signIn(Street street, Street.Neighbour neighbour) {
        if (!page().contains("/sign-in/codes")) {
            get("/sign-in");
        }
        submit("/sign-in/codes", Map.of("phone", neighbour.phone()));
        follow();
        submit("/sign-in/code", Map.of("code", street.signInCode(neighbour)));
        return this;
    }

    int status() {
        return last.statusCode();
    }

    String page() {
        return new String(last.body(), StandardCharsets.UTF_8);
    }

    String location() {
        var path = last.headers().firstValue("Location").orElseThrow();
        return path.startsWith("http") ? path.substring(home.toString().length()) : path;
    }

    HttpResponse<byte[]> last() {
        return last;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(home.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept-Language", language);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            last = client.send(request.build(), BodyHandlers.ofByteArray());
            return last;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
