package tuanju;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A program that talks to the API, as a stranger or with a member's token. */
public record ApiClient(MockMvcTester mvc, @Nullable String token, String address) {

    /** Everybody's in tests. */
    public static final String PASSWORD = "lantern over the river";

    /** Nobody in particular. */
    public static ApiClient stranger(MockMvcTester mvc) {
        return new ApiClient(mvc, null, anyAddress());
    }

    /** A new member with a phone of their own. */
    public static ApiClient signUp(MockMvcTester mvc) {
        return signUp(mvc, "15" + "%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000)));
    }

    /** A new member with this phone, from an address of their own: an address may sign up only so many. */
    public static ApiClient signUp(MockMvcTester mvc, String phone) {
        var stranger = stranger(mvc);
        var code = stranger.codeFor(phone);
        var wanted = "{\"phone\":\"%s\",\"code\":\"%s\",\"password\":\"%s\",\"name\":\"小李\"}";
        assertThat(stranger.post("/api/v1/members", wanted.formatted(phone, code, PASSWORD)))
                .hasStatus(201);
        return signIn(mvc, phone);
    }

    /** A member who signed up before. */
    public static ApiClient signIn(MockMvcTester mvc, String phone) {
        var stranger = stranger(mvc);
        var who = "{\"phone\":\"%s\",\"password\":\"%s\"}".formatted(phone, PASSWORD);
        return new ApiClient(mvc, read(stranger.post("/api/v1/tokens", who), "$.token"), stranger.address());
    }

    /** Asks for a code and reads it where texts wait that are not really sent. */
    public String codeFor(String phone) {
        assertThat(post("/api/v1/codes", "{\"phone\":\"%s\"}".formatted(phone))).hasStatus(202);
        return read(get("/api/v1/outbox?phone=" + phone), "$.code");
    }

    public MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(signed()).exchange();
    }

    public MvcTestResult delete(String uri) {
        return mvc.delete().uri(uri).with(signed()).exchange();
    }

    /** With a key of its own: a new wish. */
    public MvcTestResult post(String uri, String json) {
        return send(HttpMethod.POST, uri, json, UUID.randomUUID().toString());
    }

    /** The same with an idempotency key. */
    public MvcTestResult post(String uri, String json, String key) {
        return send(HttpMethod.POST, uri, json, key);
    }

    public MvcTestResult put(String uri, String json) {
        return send(HttpMethod.PUT, uri, json, null);
    }

    /** The same with an idempotency key. */
    public MvcTestResult put(String uri, String json, String key) {
        return send(HttpMethod.PUT, uri, json, key);
    }

    public MvcTestResult delete(String uri, String json) {
        return send(HttpMethod.DELETE, uri, json, null);
    }

    /** Sends a file under the name "file". */
    public MvcTestResult upload(String uri, byte[] file) {
        return mvc.post()
                .uri(uri)
                .multipart()
                .file("file", file)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .with(signed())
                .exchange();
    }

    /** A value of an answer's JSON. */
    public static <T> T read(MvcTestResult result, String path) {
        return JsonPath.read(body(result), path);
    }

    public static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult send(HttpMethod method, String uri, String json, @Nullable String key) {
        var request = mvc.method(method)
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(signed());
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private RequestPostProcessor signed() {
        return request -> {
            request.setRemoteAddr(address);
            if (token != null) {
                request.addHeader("Authorization", "Bearer " + token);
            }
            return request;
        };
    }

    private static String anyAddress() {
        var random = ThreadLocalRandom.current();
        return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
