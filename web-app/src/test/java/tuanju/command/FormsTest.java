package tuanju.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tuanju.WebTest;
import tuanju.command.TemplateForms.Form;

/** The forms of our pages against the handlers they are sent to. */
@WebTest
class FormsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+(?::[^{}]*)?}");
    private static final List<String> OURS = List.of("commandKey", "_csrf");

    @Autowired
    Map<String, RequestMappingHandlerMapping> mappings;

    private record Route(String path, AskedFields asked, boolean takesKey) {}

    @Test
    @DisplayName("A-20 A-24 every form of every template sends only what its handler asks for")
    void everyFormSendsOnlyWhatItsHandlerAsksFor() {
        var routes = routes();
        var forms = new TemplateForms().posted();
        assertThat(forms).hasSizeGreaterThan(80);
        assertThat(forms.stream().flatMap(form -> unknown(form, routes))).isEmpty();
    }

    @Test
    @DisplayName("A-26 every form that runs a command carries its key")
    void everyFormThatRunsACommandCarriesItsKey() {
        var routes = routes();
        assertThat(new TemplateForms()
                        .posted().stream()
                                .filter(form -> !form.names().contains("commandKey"))
                                .filter(form -> leadsTo(form, routes).findAny().isPresent())
                                .filter(form -> leadsTo(form, routes).allMatch(Route::takesKey))
                                .map(form -> form.template() + " to " + form.actions()))
                .isEmpty();
    }

    @Test
    @DisplayName("W-17 whatever creates something by a form takes a key")
    void whatCreatesSomethingTakesAKey() {
        var creating = List.of(
                "/c/X/waiting",
                "/lead/deputies",
                "/lead/complaints/X/X/answer",
                "/lead/rounds/X/series",
                "/operate/communities/X/points",
                "/operate/complaints/X/X/decision",
                "/operate/products/X",
                "/operate/products/X/X/skus",
                "/operate/products/X/X/skus/X/stock");
        assertThat(routes())
                .filteredOn(it -> creating.contains(it.path()))
                .hasSameSizeAs(creating)
                .allMatch(Route::takesKey);
    }

    private static Stream<String> unknown(Form form, List<Route> routes) {
        var ends = leadsTo(form, routes).toList();
        if (ends.isEmpty()) {
            // signing out is the security filter's: it reads nothing but the token
            return isSignOut(form) && form.names().isEmpty()
                    ? Stream.empty()
                    : Stream.of(form.template() + " leads nowhere: " + form.actions());
        }
        return form.names().stream()
                .filter(name -> !OURS.contains(name))
                .filter(name -> ends.stream()
                        .noneMatch(it ->
                                it.asked().open() || it.asked().named(name).isPresent()))
                .map(name -> form.template() + " sends " + name + " to " + form.actions());
    }

    private static boolean isSignOut(Form form) {
        return form.actions().stream().anyMatch(it -> it.matcher("/sign-out").matches());
    }

    private static Stream<Route> leadsTo(Form form, List<Route> routes) {
        return routes.stream().filter(it -> form.actions().stream().anyMatch(action -> leadsTo(action, it.path())));
    }

    /** A variable of the route may stand for a word of the form's action. */
    private static boolean leadsTo(Pattern action, String path) {
        var words = action.pattern().split("/");
        var steps = path.split("/");
        if (words.length == steps.length) {
            for (int i = 0; i < steps.length; i++) {
                steps[i] = steps[i].equals("X") && words[i].matches("\\w+") ? words[i] : steps[i];
            }
        }
        return action.matcher(String.join("/", steps)).matches();
    }

    private List<Route> routes() {
        return mappings.values().stream()
                .flatMap(it -> it.getHandlerMethods().entrySet().stream())
                .filter(it -> isPosted(it.getKey()))
                .flatMap(it -> it.getKey().getPatternValues().stream()
                        .map(pattern -> new Route(
                                VARIABLE.matcher(pattern).replaceAll("X"),
                                AskedFields.of(it.getValue()),
                                Stream.of(it.getValue().getMethodParameters())
                                        .anyMatch(one -> one.getParameterType() == CommandKey.class))))
                .toList();
    }

    private static boolean isPosted(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST);
    }
}
