package tuanju;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** How code reads here, as far as a machine can tell; STYLE.md says the rest. */
@AnalyzeClasses(
        packages = "tuanju",
        importOptions = {ImportOption.DoNotIncludeTests.class, StyleTest.NoLentWorlds.class})
class StyleTest {

    /** What the wings lend to tests lies in jars of tests. */
    static class NoLentWorlds implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS_NOT_WHICH_LAYER_IT_IS_IN = noClasses()
            .should()
            .haveNameMatching(
                    ".*\\.\\w+(Impl|Service|Manager|Util|Utils|Helper|DTO|Dto|VO|BO|Entity|Mapper|Converter)");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_A_FIELD = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource");

    /** W-13: what a stranger writes into a header never becomes part of a link; tuanju.page.BaseAddress does. */
    @ArchTest
    static final ArchRule NO_LINK_IS_BUILT_FROM_A_REQUEST = noClasses()
            .that()
            .haveNameNotMatching("tuanju\\.security\\.Addressed?(Gate|Request)")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(".*\\.(ServletUriComponentsBuilder|MvcUriComponentsBuilder|ForwardedHeaderFilter)")
            .orShould()
            .callMethod(HttpServletRequest.class, "getRequestURL")
            .orShould()
            .callMethod(HttpServletRequest.class, "getServerName")
            .orShould()
            .callMethod(HttpServletRequest.class, "getServerPort")
            .orShould()
            .callMethod(HttpServletRequest.class, "getScheme");

    /** Two of them that load a class wait on both cores for a third that finds no core: nobody is answered any more. */
    @ArchTest
    static final ArchRule NO_THREAD_IS_VIRTUAL = noClasses()
            .should()
            .callMethod(Thread.class, "ofVirtual")
            .orShould()
            .callMethod(Thread.class, "startVirtualThread", Runnable.class)
            .orShould()
            .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor");

    /** It keeps its connection until it is closed; a list gives it back by itself. */
    @ArchTest
    static final ArchRule NO_ROWS_ARE_READ_AS_A_STREAM =
            noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

    @ArchTest
    static final ArchRule NO_LAZINESS_AGAINST_A_CIRCLE = noClasses().should().beAnnotatedWith(Lazy.class);

    @ArchTest
    static final ArchRule ENTITIES_HAVE_ACTS_NOT_SETTERS = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule ENTITIES_STAY_INSIDE_THEIR_MODULE =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule CONTROLLERS_STAY_INSIDE_THEIR_MODULE = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule CONTROLLERS_HOLD_NO_TRANSACTION = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule RULES_ARE_TOLD_THE_TIME = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date");

    /** I-L8, in Java. */
    @ArchTest
    static final ArchRule MONEY_IS_NEVER_APPROXIMATE = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(
                    "..money..", "..ledger..", "..payment..", "..order..", "..catalog..", "..teambuy..", "..cycle..")
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .orShould()
            .haveRawType(Double.class)
            .orShould()
            .haveRawType(Float.class);

    @ArchTest
    static final ArchRule WHAT_IS_GIVEN_STAYS = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Controller.class)
            .or()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(RestController.class)
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule OPTIONALS_ARE_ANSWERS_NEVER_QUESTIONS = methods()
            .should(new com.tngtech.archunit.lang.ArchCondition<>("take no Optional as a parameter") {
                @Override
                public void check(
                        com.tngtech.archunit.core.domain.JavaMethod method,
                        com.tngtech.archunit.lang.ConditionEvents events) {
                    boolean takesOne = method.getRawParameterTypes().stream()
                            .anyMatch(it -> it.isEquivalentTo(java.util.Optional.class));
                    if (takesOne && !method.getName().contains("$")) {
                        events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                                method, method.getFullName() + " takes an Optional"));
                    }
                }
            });
}
