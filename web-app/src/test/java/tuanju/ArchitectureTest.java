package tuanju;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import tuanju.order.OrderNews;
import tuanju.order.OrderRows;
import tuanju.order.Orders;
import tuanju.order.ReservedGoods;

/** The house stands as drawn: modules use only what they declare, and never in a circle. */
class ArchitectureTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(TuanjuApplication.class);

    @Test
    void modulesUseOnlyWhatTheyDeclareAndNeverInACircle() {
        MODULES.verify();
    }

    /** Decision 43: placing knows no room, and rooms stand above one another. */
    @Test
    void theRoomsOfOrderStandAbovePlacingAndNeverInACircle() {
        var order = order();
        noClasses()
                .that()
                .resideInAPackage("tuanju.order")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tuanju.order.*..")
                .check(order);
        slices().matching("tuanju.order.(*)..").should().beFreeOfCycles().check(order);
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

    private static JavaClasses order() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("tuanju.order");
    }
}
