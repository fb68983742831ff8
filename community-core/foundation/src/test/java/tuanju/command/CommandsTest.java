package tuanju.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import support.TestDatabase;

@SpringBootTest
@Import(TestDatabase.class)
@ActiveProfiles("test")
class CommandsTest {

    private record Receipt(UUID id, String text) {}

    @Autowired
    Commands commands;

    @Autowired
    JdbcClient database;

    private final AtomicInteger effects = new AtomicInteger();

    @Test
    @DisplayName("I-D1 a repeat gets the first answer again and has no effect")
    void aRepeatGetsTheFirstAnswer() {
        var key = key("anna", "body");
        var first = commands.once(key, Receipt.class, this::effect);
        var second = commands.once(key, Receipt.class, this::effect);
        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(second.value()).isEqualTo(first.value());
        assertThat(effects).hasValue(1);
    }

    @Test
    @DisplayName(
            "W-01 a repeat whose stored answer cannot be read is told that the command was done, and it is not done anew")
    void anUnreadableAnswerIsStillAnAnswer() {
        var key = key("anna", "body");
        commands.once(key, Receipt.class, this::effect);
        database.sql("update command_key set answer = '[\"a word\"]' where key = ?")
                .param(key.key())
                .update();
        assertThatExceptionOfType(AnswerLost.class).isThrownBy(() -> commands.once(key, Receipt.class, this::effect));
        assertThatExceptionOfType(AnswerLost.class).isThrownBy(() -> commands.answered(key, Receipt.class));
        assertThat(effects).hasValue(1);
    }

    @Test
    @DisplayName("I-D1 A-26 another body under the same key is refused")
    void anotherBodyIsRefused() {
        var key = key("anna", "two pieces");
        commands.once(key, Receipt.class, this::effect);
        var other = new CommandKey(key.principal(), key.route(), key.key(), "three pieces");
        assertThatExceptionOfType(KeyReused.class).isThrownBy(() -> commands.once(other, Receipt.class, this::effect));
        assertThat(effects).hasValue(1);
    }

    @Test
    @DisplayName("I-D1 A-26 the key of another person is another key")
    void theKeyOfAnotherPersonIsAnotherKey() {
        var key = key("anna", "body");
        commands.once(key, Receipt.class, this::effect);
        var others = new CommandKey("bert", key.route(), key.key(), key.body());
        assertThat(commands.once(others, Receipt.class, this::effect).replayed())
                .isFalse();
        assertThat(effects).hasValue(2);
    }

    @Test
    void withoutAKeyEveryCallIsACommand() {
        var none = new CommandKey("anna", "POST things", null, "body");
        commands.once(none, Receipt.class, this::effect);
        commands.once(none, Receipt.class, this::effect);
        assertThat(effects).hasValue(2);
    }

    @Test
    void aRefusedCommandKeepsNothingAndMayBeTriedAgain() {
        var key = key("anna", "body");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> commands.once(key, Receipt.class, () -> {
                    effect();
                    throw new NotFound();
                }));
        assertThat(rows(key)).isZero();
        assertThat(commands.once(key, Receipt.class, this::effect).replayed()).isFalse();
    }

    @Test
    @DisplayName("I-D1 twenty calls at once have one effect; each gets its answer")
    void twentyCallsAtOnceHaveOneEffect() throws Exception {
        var key = key("anna", "body");
        var start = new CountDownLatch(1);
        var answers = new ArrayList<Future<Answer<Receipt>>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer<Receipt>> call = () -> {
                start.await();
                return commands.once(key, Receipt.class, this::effect);
            };
            for (int i = 0; i < 20; i++) {
                answers.add(callers.submit(call));
            }
            start.countDown();
        }
        assertThat(effects).hasValue(1);
        assertThat(answers.stream().map(CommandsTest::answerOf).distinct()).hasSize(1);
        assertThat(rows(key)).isOne();
    }

    @Test
    @DisplayName("I-D1 a call that is still running elsewhere is refused after a moment")
    void aCallStillRunningIsRefused() throws Exception {
        var key = key("anna", "body");
        var running = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = callers.submit(() -> commands.once(key, Receipt.class, () -> {
                running.countDown();
                await(done);
                return effect();
            }));
            running.await();
            assertThatExceptionOfType(StillRunning.class)
                    .isThrownBy(() -> commands.once(key, Receipt.class, this::effect));
            done.countDown();
            assertThat(slow.get().replayed()).isFalse();
        }
        assertThat(effects).hasValue(1);
    }

    @Test
    @DisplayName("W-17 A-94 beyond the pace a new wish waits some seconds; a repeat, another's and another kind do not")
    void beyondThePaceANewWishWaits() {
        var pace = new Pace("order", 2, Duration.ofMinutes(1));
        var anna = "anna " + UUID.randomUUID();
        var first = key(anna, "first");
        commands.once(first, pace, Receipt.class, this::effect);
        commands.once(key(anna, "second"), pace, Receipt.class, this::effect);
        assertThatExceptionOfType(TooMany.class)
                .isThrownBy(() -> commands.once(key(anna, "third"), pace, Receipt.class, this::effect))
                .satisfies(it -> assertThat(it.getRetryAfterSeconds()).isBetween(1L, 60L));
        assertThat(effects).hasValue(2);
        assertThat(commands.once(first, pace, Receipt.class, this::effect).replayed())
                .isTrue();
        commands.once(key("bert " + anna, "first"), pace, Receipt.class, this::effect);
        commands.once(key(anna, "other"), new Pace("wish", 2, Duration.ofMinutes(1)), Receipt.class, this::effect);
        commands.once(key(anna, "none"), Receipt.class, this::effect);
        assertThat(effects).hasValue(5);
        database.sql("update command_key set created_at = created_at - interval '1 minute' where key = :key")
                .param("key", first.key())
                .update();
        commands.once(key(anna, "fourth"), pace, Receipt.class, this::effect);
        assertThat(effects).hasValue(6);
    }

    @Test
    @DisplayName("A-94 what was refused does not count for the pace")
    void whatWasRefusedDoesNotCount() {
        var pace = new Pace("order", 1, Duration.ofMinutes(1));
        var anna = "anna " + UUID.randomUUID();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> commands.once(key(anna, "first"), pace, Receipt.class, () -> {
                    throw new NotFound();
                }));
        assertThat(commands.once(key(anna, "second"), pace, Receipt.class, this::effect)
                        .replayed())
                .isFalse();
    }

    @Test
    void answersAreForgottenAfterADay(@Autowired CommandKeys keys) {
        var key = key("anna", "body");
        commands.once(key, Receipt.class, this::effect);
        database.sql("update command_key set created_at = now() - interval '25 hours' where key = :key")
                .param("key", key.key())
                .update();
        keys.forgetOlderThanADay();
        assertThat(rows(key)).isZero();
    }

    private Receipt effect() {
        return new Receipt(UUID.randomUUID(), "第" + effects.incrementAndGet() + "次");
    }

    private long rows(CommandKey key) {
        return database.sql("select count(*) from command_key where key = :key and answer is not null")
                .param("key", key.key())
                .query(Long.class)
                .single();
    }

    private static CommandKey key(String principal, String body) {
        return new CommandKey(principal, "POST things", UUID.randomUUID().toString(), body);
    }

    private static Receipt answerOf(Future<Answer<Receipt>> call) {
        try {
            return call.get().value();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
