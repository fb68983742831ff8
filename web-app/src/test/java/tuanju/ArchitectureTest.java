package tuanju;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.modulith.NamedInterface;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.event.TransactionalEventListener;
import tuanju.order.OrderPlaced;

/** The house stands as drawn: modules and the rooms inside them use what lies below, never in a circle, and none is too large. */
class ArchitectureTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(TuanjuApplication.class);

    private static final int MOST_TYPES = 40;

    /** So many of a package's types others may see: one of three. */
    private static final int OF_PUBLIC_ONE_IN = 3;

    private static final DescribedPredicate<JavaClass> ROOMS_SHARE = DescribedPredicate.describe(
            "rooms share",
            it -> it.tryGetAnnotationOfType(NamedInterface.class)
                    .filter(shared -> Stream.of(shared.value()).anyMatch(List.of("rooms", "rows")::contains))
                    .isPresent());

    /**
     * Decision 54: an event is kept with the names of those who listen, and its condition would be asked where nobody can say
     * that it was not met: the name would stay in the outbox.
     */
    private static final ArchRule NO_LISTENER_HAS_A_CONDITION = methods()
            .that()
            .areMetaAnnotatedWith(TransactionalEventListener.class)
            .should(new HearWithoutACondition());

    @Test
    void modulesUseOnlyWhatTheyDeclareAndNeverInACircle() {
        MODULES.verify();
    }

    /** Decision 43: placing knows no room. */
    @Test
    void theRoomsOfOrderStandAbovePlacing() {
        noClasses()
                .that()
                .resideInAPackage("tuanju.order")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tuanju.order.*..")
                .check(House.PROGRAM);
    }

    /** What the rooms of a module share is public in Java and no promise to other modules. */
    @Test
    void otherModulesUseNothingThatRoomsShare() {
        classes().that(ROOMS_SHARE).should(new StayInTheirModule()).check(House.PROGRAM);
        assertThat(House.PROGRAM.stream().filter(ROOMS_SHARE)).hasSizeGreaterThan(50);
    }

    @Test
    void roomsOfAModuleUseEachOtherInOneDirectionOnly() {
        slices().assignedFrom(new Rooms()).should().beFreeOfCycles().check(House.PROGRAM);
    }

    @Test
    void noPackageIsLargerOrMoreOpenThanItMayBe() throws IOException {
        var exceptions = exceptions();
        var tooMuch = new ArrayList<String>();
        sizes().forEach((name, size) -> {
            var most = exceptions.getOrDefault(name, new Size(MOST_TYPES, size.types() / OF_PUBLIC_ONE_IN));
            if (size.types() > Math.max(most.types(), MOST_TYPES)
                    || size.open() > Math.max(most.open(), size.types() / OF_PUBLIC_ONE_IN)) {
                tooMuch.add("%s has %d types, %d of them public; at most %d and %d"
                        .formatted(name, size.types(), size.open(), most.types(), most.open()));
            }
        });
        assertThat(tooMuch)
                .as("split by a noun, or show less; the numbers in architecture/exceptions.txt only shrink")
                .isEmpty();
        assertThat(exceptions.keySet()).as("packages with an exception").isSubsetOf(sizes().keySet());
    }

    @Test
    @DisplayName("who does not care for an event says so in its method, never in a condition")
    void noListenerHasACondition() {
        NO_LISTENER_HAS_A_CONDITION.check(House.PROGRAM);
    }

    @Test
    @DisplayName("planted: a listener with a condition is caught")
    void aListenerWithAConditionIsCaught() {
        var planted = new ClassFileImporter().importClasses(Choosy.class);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> NO_LISTENER_HAS_A_CONDITION.check(planted))
                .withMessageContaining("Choosy.onModule")
                .withMessageContaining("Choosy.onCommit")
                .withMessageNotContaining("Choosy.onAll");
    }

    /** Hears of some events only. */
    private static final class Choosy {

        @ApplicationModuleListener(condition = "#event.community != null")
        void onModule(OrderPlaced event) {
            throw new IllegalStateException(event.toString());
        }

        @TransactionalEventListener(condition = "#event.community != null")
        void onCommit(OrderPlaced event) {
            throw new IllegalStateException(event.toString());
        }

        @ApplicationModuleListener
        void onAll(OrderPlaced event) {
            throw new IllegalStateException(event.toString());
        }
    }

    private static final class StayInTheirModule extends ArchCondition<JavaClass> {

        StayInTheirModule() {
            super("be used in their own module only");
        }

        @Override
        public void check(JavaClass shared, ConditionEvents events) {
            shared.getDirectDependenciesToSelf().stream()
                    .filter(it -> !module(it.getOriginClass()).equals(module(shared)))
                    .forEach(it -> events.add(SimpleConditionEvent.violated(shared, it.getDescription())));
        }

        private static String module(JavaClass type) {
            return type.getPackageName().split("\\.")[1];
        }
    }

    private static final class HearWithoutACondition extends ArchCondition<JavaMethod> {

        HearWithoutACondition() {
            super("hear of every event of their kind");
        }

        @Override
        public void check(JavaMethod listener, ConditionEvents events) {
            for (var annotation : listener.getAnnotations()) {
                annotation
                        .tryGetExplicitlyDeclaredProperty("condition")
                        .filter(it -> !it.toString().isEmpty())
                        .ifPresent(it -> events.add(SimpleConditionEvent.violated(
                                listener, listener.getFullName() + " hears only where " + it)));
            }
        }
    }

    private static Map<String, Size> sizes() {
        return House.PROGRAM.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(
                        JavaClass::getPackageName, Collectors.reducing(new Size(0, 0), Size::of, Size::plus)));
    }

    /** A line each: the package, the most types it may have, the most of them that may be public, and why. */
    private static Map<String, Size> exceptions() throws IOException {
        return new ClassPathResource("architecture/exceptions.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(" ", 4))
                .collect(Collectors.toMap(
                        it -> it[0], it -> new Size(Integer.parseInt(it[1]), Integer.parseInt(it[2]))));
    }

    /** How many types a package has and how many of them are public. */
    private record Size(int types, int open) {

        static Size of(JavaClass type) {
            return new Size(1, type.getModifiers().contains(JavaModifier.PUBLIC) ? 1 : 0);
        }

        Size plus(Size other) {
            return new Size(types + other.types, open + other.open);
        }
    }

    /** The rooms of each module, its own package among them. */
    private static final class Rooms implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            var names = type.getPackageName().split("\\.");
            return names.length < 2
                    ? SliceIdentifier.ignore()
                    : SliceIdentifier.of(names[1], names.length == 2 ? "the module's own package" : names[2]);
        }

        @Override
        public String getDescription() {
            return "rooms";
        }
    }
}
