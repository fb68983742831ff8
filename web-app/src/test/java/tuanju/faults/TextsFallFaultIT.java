package tuanju.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tuanju.faults.Texts.Mood;

/** Text messages do not go out: who wants a code has to wait, and nobody else notices. */
@Tag("fault")
@DisplayName("Text messages fall")
class TextsFallFaultIT {

    private final House house = House.own();

    @ParameterizedTest(name = "F-31 {0}")
    @EnumSource(
            value = Mood.class,
            names = {"BROKEN", "SILENT"})
    @DisplayName("F-31 orders go on, and a code comes as soon as messages go out again")
    void messagesDoNotGoOut(Mood mood) {
        house.under("F-31 texts " + mood, () -> {
                    house.texts().become(mood);
                    try {
                        askForCode(anyPhone());
                        Pause.of(Rounds.lasting(Duration.ofSeconds(3), Duration.ofSeconds(60)));
                    } finally {
                        house.texts().become(Mood.WELL);
                    }
                    return Duration.ZERO;
                })
                .holds();

        var phone = anyPhone();
        assertThat(askForCode(phone).status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> house.texts().codeFor(phone) != null);
        assertThat(signUp(phone).status()).isEqualTo(201);
    }

    private Answer askForCode(String phone) {
        var stranger = stranger(phone);
        return stranger.once(stranger.request("POST", "/api/v1/codes", "{\"phone\":\"%s\"}".formatted(phone)));
    }

    private Answer signUp(String phone) {
        return stranger(phone)
                .post("/api/v1/members", """
                {"phone": "%s", "code": "%s", "name": "新邻居"}
                """.formatted(phone, house.texts().codeFor(phone)));
    }

    private Person stranger(String phone) {
        return new Person(house.program().address(), house.history(), phone, null);
    }

    private static String anyPhone() {
        return "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }
}
