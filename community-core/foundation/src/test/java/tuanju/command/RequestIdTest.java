package tuanju.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import tuanju.outbox.LogMarks;

@DisplayName("A request's id")
class RequestIdTest {

    @AfterEach
    void forget() {
        MDC.clear();
    }

    @Test
    @DisplayName("goes along with what the request sets going on another thread, and stays no longer")
    void goesAlong() {
        MDC.put(RequestId.KEY, "ABCDEFGHJK");
        var seen = new AtomicReference<@Nullable String>();
        var after = new AtomicReference<@Nullable String>("something");
        var work = LogMarks.carrying(() -> seen.set(RequestId.current()));
        CompletableFuture.runAsync(() -> {
                    work.run();
                    after.set(MDC.get(RequestId.KEY));
                })
                .join();
        assertThat(seen).hasValue("ABCDEFGHJK");
        assertThat(after.get()).isNull();
    }

    @Test
    @DisplayName("is a new one each time where no request is")
    void isANewOne() {
        assertThat(RequestId.current()).matches("[0-9A-HJKMNP-TV-Z]{10}").isNotEqualTo(RequestId.current());
    }
}
