package tuanju;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** How code reads here, as far as a machine can tell; STYLE.md says the rest. */
class StyleTest {

    @TestFactory
    Stream<DynamicTest> everyRuleIsKept() {
        return Arrays.stream(StyleTest.class.getDeclaredFields())
                .filter(it -> it.getType().equals(ArchRule.class))
                .map(it -> dynamicTest(it.getName(), () -> ((ArchRule) it.get(null)).check(House.PROGRAM)));
    }

    private static final ArchRule NAMES_SAY_WHAT_A_THING_IS_NOT_WHICH_LAYER_IT_IS_IN = noClasses()
            .should()
            .haveNameMatching(
                    ".*\\.\\w+(Impl|Service|Manager|Util|Utils|Helper|DTO|Dto|VO|BO|Entity|Mapper|Converter)");

    private static final ArchRule NOTHING_IS_INJECTED_INTO_A_FIELD = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource");

    /** W-13: what a stranger writes into a header never becomes part of a link; tuanju.page.BaseAddress does. */
    private static final ArchRule NO_LINK_IS_BUILT_FROM_A_REQUEST = noClasses()
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
    private static final ArchRule NO_THREAD_IS_VIRTUAL = noClasses()
            .should()
            .callMethod(Thread.class, "ofVirtual")
            .orShould()
            .callMethod(Thread.class, "startVirtualThread", Runnable.class)
            .orShould()
            .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor");

    /** It keeps its connection until it is closed; a list gives it back by itself. */
    private static final ArchRule NO_ROWS_ARE_READ_AS_A_STREAM =
            noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

    private static final ArchRule NO_LAZINESS_AGAINST_A_CIRCLE =
            noClasses().should().beAnnotatedWith(Lazy.class);

    private static final ArchRule ENTITIES_HAVE_ACTS_NOT_SETTERS = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*");

    /** What the rooms of a module share, no other module uses: ArchitectureTest. */
    private static final ArchRule ENTITIES_STAY_INSIDE_THEIR_MODULE = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePackagePrivate()
            .orShould()
            .beAnnotatedWith(NamedInterface.class);

    private static final ArchRule CONTROLLERS_STAY_INSIDE_THEIR_MODULE = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .bePackagePrivate();

    private static final ArchRule CONTROLLERS_HOLD_NO_TRANSACTION = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .beAnnotatedWith(Transactional.class);

    private static final ArchRule RULES_ARE_TOLD_THE_TIME = noClasses()
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
    private static final ArchRule MONEY_IS_NEVER_APPROXIMATE = noFields()
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

    private static final ArchRule WHAT_IS_GIVEN_STAYS = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Controller.class)
            .or()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(RestController.class)
            .should()
            .beFinal();

    private static final ArchRule OPTIONALS_ARE_ANSWERS_NEVER_QUESTIONS = methods()
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
