package tuanju.security;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Members for tests: each with a phone of their own. */
final class People {

    static final String PASSWORD = "lantern over the river";
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private People() {}

    static String anyPhone() {
        return "13" + "%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
    }

    static String signUp(MockMvcTester mvc, String phone) {
        var answer = mvc.post()
                .uri("/api/v1/members")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"phone\":\"%s\",\"password\":\"%s\",\"name\":\"小李\"}".formatted(phone, PASSWORD))
                .exchange();
        if (answer.getResponse().getStatus() != 201) {
            throw new AssertionError(
                    "Could not sign up: " + answer.getResponse().getStatus());
        }
        return token(mvc, phone);
    }

    static String token(MockMvcTester mvc, String phone) {
        var answer = mvc.post()
                .uri("/api/v1/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"phone\":\"%s\",\"password\":\"%s\"}".formatted(phone, PASSWORD))
                .exchange();
        var token = TOKEN.matcher(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
        if (!token.find()) {
            throw new AssertionError("No token: " + answer.getResponse().getStatus());
        }
        return token.group(1);
    }
}
