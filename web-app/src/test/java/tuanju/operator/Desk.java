package tuanju.operator;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.Visitor;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

/** An operator's program, and their browser beside it. */
public record Desk(MockMvcTester mvc, MemberId operator) {

    private static final String API = "/api/v1/operator";

    public MvcTestResult get(String path) {
        return mvc.get().uri(API + path).with(Visitor.signedIn(me())).exchange();
    }

    /** The page at this address, as they see it. */
    public MvcTestResult page(String path) {
        return mvc.get().uri("/operate" + path).with(Visitor.signedIn(me())).exchange();
    }

    public MvcTestResult post(String path, String json) {
        return send(HttpMethod.POST, path, json);
    }

    /** The same wish under this key. */
    public MvcTestResult post(String path, String json, String key) {
        return mvc.post()
                .uri(API + path)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(Visitor.signedIn(me()))
                .exchange();
    }

    public MvcTestResult put(String path, String json) {
        return send(HttpMethod.PUT, path, json);
    }

    public MvcTestResult delete(String path) {
        return mvc.delete().uri(API + path).with(Visitor.signedIn(me())).exchange();
    }

    /** A picture of the given bytes, under the name "uploads". */
    public MvcTestResult upload(String path, byte[] picture) {
        return mvc.post()
                .uri(API + path)
                .multipart()
                .file("uploads", picture)
                .with(Visitor.signedIn(me()))
                .exchange();
    }

    /** What their browser sends from a page's form. */
    public MvcTestResult submit(String page, Map<String, String> fields) {
        return submit(page, fields, UUID.randomUUID().toString());
    }

    /** The same form with this key in it. */
    public MvcTestResult submit(String page, Map<String, String> fields, String key) {
        var form = mvc.post().uri("/operate" + page);
        fields.forEach(form::param);
        return form.param("commandKey", key)
                .with(csrf())
                .with(Visitor.signedIn(me()))
                .exchange();
    }

    /** The same with a picture. */
    public MvcTestResult save(String page, byte[] picture, Map<String, String> fields) {
        var form = mvc.post()
                .uri("/operate" + page)
                .multipart()
                .file(new MockMultipartFile("uploads", "p.png", "image/png", picture));
        fields.forEach(form::param);
        return form.with(csrf()).with(Visitor.signedIn(me())).exchange();
    }

    private MvcTestResult send(HttpMethod method, String path, String json) {
        return mvc.method(method)
                .uri(API + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(Visitor.signedIn(me()))
                .exchange();
    }

    private SignedIn me() {
        return new SignedIn(operator, "运营", true);
    }
}
