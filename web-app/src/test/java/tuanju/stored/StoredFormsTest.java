package tuanju.stored;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tuanju.House;
import tuanju.money.Money;
import tuanju.outbox.Happened;
import tuanju.outbox.StoredJson;

/**
 * What is stored can always be read back: events until they are heard, answers of commands for a day, and what columns keep
 * as JSON; also as release 0.1.0 wrote it. Whoever changes a stored form and means it writes the type, or
 * {@code Type#component}, into {@code stored/newer-than-0.1.0.txt}.
 */
class StoredFormsTest {

    private static final StoredJson STORED = new StoredJson();
    private static final SortedSet<String> NEWER = lines("newer-than-0.1.0.txt");
    private static final DescribedPredicate<JavaClass> USE_THE_DATABASE = DescribedPredicate.describe(
            "use the database",
            it -> it.getDirectDependenciesFromSelf().stream()
                    .anyMatch(used -> used.getTargetClass().isAssignableTo(JdbcClient.class)));

    private static final DescribedPredicate<JavaMethodCall> READS_AS_STRICTLY_AS_THE_DOOR = DescribedPredicate.describe(
            "reads JSON as strictly as the door does",
            it -> it.getTargetOwner().isAssignableTo(ObjectMapper.class)
                    && it.getName().startsWith("readValue"));

    private static final ArchRule COLUMNS_ARE_READ_AS_THEY_WERE_WRITTEN =
            noClasses().that(USE_THE_DATABASE).should().callMethodWhere(READS_AS_STRICTLY_AS_THE_DOOR);

    private static final ArchRule EVERY_LISTENER_IS_TRIED_AGAIN = noMethods()
            .should()
            .beAnnotatedWith(TransactionalEventListener.class)
            .orShould()
            .beAnnotatedWith(Async.class);

    @TestFactory
    @DisplayName(
            "W-01 W-02 whatever is stored comes back as it was, with everything in it and with as little as may be")
    Stream<DynamicTest> whateverIsStoredComesBackAsItWas() {
        return stored().flatMap(type -> Stream.of(Filled.full(type), Filled.bare(type))
                .map(value -> dynamicTest(type.getName() + " " + value, () -> assertComesBack(type, value))));
    }

    @TestFactory
    @DisplayName("W-01 whatever release 0.1.0 stored comes back as it was")
    Stream<DynamicTest> whateverRelease010StoredComesBack() {
        return stored().filter(type -> !NEWER.contains(type.getName()))
                .map(type -> dynamicTest(type.getName(), () -> assertReads(type, old(type.getName()))));
    }

    @Test
    @DisplayName(
            "W-01 nothing that release 0.1.0 stored has lost its type, and nobody who listened has lost their name")
    void nothingOldHasLostItsName() {
        assertThat(stored().map(Class::getName)).containsAll(kept());
        assertThat(StoredTypes.listeners().map(StoredTypes.Listener::id)).containsAll(lines("0.1.0/listeners.txt"));
    }

    @Test
    @DisplayName("W-01 money is stored as its fen and nothing else")
    void moneyIsStoredAsItsFen() {
        assertThat(STORED.write(Money.ofFen(3990))).isEqualTo("{\"fen\":3990}");
    }

    @Test
    void everyEventSaysWhatItIsAbout() {
        assertThat(StoredTypes.events()).isNotEmpty().allMatch(Happened.class::isAssignableFrom);
    }

    @Test
    void everyListenerIsTriedAgain() {
        EVERY_LISTENER_IS_TRIED_AGAIN.check(House.PROGRAM);
        // a condition is asked when the event is published; a row that no longer meets it would never leave the outbox
        assertThat(StoredTypes.listeners())
                .hasSizeGreaterThanOrEqualTo(17)
                .allMatch(it -> it.condition().isEmpty());
    }

    @Test
    void columnsAreReadAsTheyWereWritten() {
        COLUMNS_ARE_READ_AS_THEY_WERE_WRITTEN.check(House.PROGRAM);
    }

    @Test
    @DisplayName("planted: a stored form that changed, a listener without retry and a strict column are caught")
    void whatBreaksThisIsCaught() {
        assertNotCaughtWhole(Renamed.class, "{\"subject\":\"%s\",\"fen\":5}".formatted(UUID.randomUUID()));
        assertNotCaughtWhole(Retyped.class, "{\"amount\":\"5.00\"}");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertComesBack(Computed.class, new Computed(new Money(5), 5)));
        var planted = new ClassFileImporter().importClasses(Forgetful.class, Strict.class);
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> EVERY_LISTENER_IS_TRIED_AGAIN.check(planted));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> COLUMNS_ARE_READ_AS_THEY_WERE_WRITTEN.check(planted));
    }

    private static void assertNotCaughtWhole(Class<?> type, String old) {
        assertThatExceptionOfType(Throwable.class).isThrownBy(() -> assertReads(type, old));
    }

    /** Once stored {@code fen}. */
    private record Renamed(UUID subject, long amount) {}

    /** Once stored in yuan. */
    private record Retyped(Money amount) {}

    /** Cannot be made of what it stores. */
    private record Computed(Money amount, @JsonIgnore long doubled) {}

    private static final class Forgetful {
        @TransactionalEventListener
        void on(Renamed event) {
            throw new IllegalStateException(event.toString());
        }
    }

    private record Strict(JdbcClient jdbc, JsonMapper json) {
        Renamed read() {
            return json.readValue(jdbc.sql("select 1").query(String.class).single(), Renamed.class);
        }
    }

    private static Stream<Class<?>> stored() {
        return Stream.concat(StoredTypes.events().stream(), StoredTypes.answersAndColumns().stream());
    }

    private static void assertComesBack(Class<?> type, Object value) {
        assertThat((Object) STORED.read(STORED.write(value), type)).isEqualTo(value);
    }

    private static void assertReads(Class<?> type, String text) {
        assertThat((Object) STORED.read(text, type)).isEqualTo(Filled.without(NEWER, type));
    }

    private static String old(String type) {
        var file = new ClassPathResource("stored/0.1.0/" + type + ".json");
        assertThat(file.exists())
                .as("%s is stored, but nobody kept how 0.1.0 wrote it, nor says that it is newer", type)
                .isTrue();
        return text(file);
    }

    /** The types whose old form is kept. */
    private static List<String> kept() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath:stored/0.1.0/*.json");
            return Arrays.stream(files)
                    .map(file -> Objects.requireNonNull(file.getFilename()).replaceFirst("\\.json$", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedSet<String> lines(String file) {
        return text(new ClassPathResource("stored/" + file))
                .lines()
                .filter(it -> !it.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(ClassPathResource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
