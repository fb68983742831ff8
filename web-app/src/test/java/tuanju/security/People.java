package tuanju.security;

import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tuanju.ApiClient;

/** Members for tests: each with a phone of their own. */
final class People {

    static final String PASSWORD = ApiClient.PASSWORD;

    private People() {}

    static String anyPhone() {
        return "13" + "%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
    }

    static String signUp(MockMvcTester mvc, String phone) {
        return Objects.requireNonNull(ApiClient.signUp(mvc, phone).token());
    }

    static String token(MockMvcTester mvc, String phone) {
        return Objects.requireNonNull(ApiClient.signIn(mvc, phone).token());
    }
}
