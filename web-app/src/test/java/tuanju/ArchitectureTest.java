package tuanju;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.modulith.core.ApplicationModules;
import tuanju.order.OrderNews;
import tuanju.order.OrderRows;
import tuanju.order.Orders;
import tuanju.order.ReservedGoods;

/** The house stands as drawn: modules and the rooms inside them use what lies below, never in a circle, and none is too large. */
class ArchitectureTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(TuanjuApplication.class);

    private static final int MOST_TYPES = 40;

    /** So many of a package's types others may see: one of three. */
    private static final int OF_PUBLIC_ONE_IN = 3;

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

    /** What the rooms of order share is public in Java and no promise to other modules. */
    @Test
    void otherModulesSeeNoRowsOfOrders() {
        var promised = MODULES.getModuleByName("order")
                .orElseThrow()
                .getNamedInterfaces()
                .getUnnamedInterface();
        assertThat(promised.contains(Orders.class)).isTrue();
        assertThat(promised.contains(OrderRows.class)).isFalse();
        assertThat(promised.contains(OrderNews.class)).isFalse();
        assertThat(promised.contains(ReservedGoods.class)).isFalse();
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
