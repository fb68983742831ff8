package tuanju.apidocs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What stands in a route's path is said to stand there, also where the program reads it into a record. */
@Order(1)
@Component
class PathFields implements OpenApiCustomizer {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().forEach(PathFields::say);
    }

    private static void say(String path, PathItem route) {
        var names = VARIABLE.matcher(path).results().map(it -> it.group(1)).toList();
        route.readOperations().forEach(it -> say(names, it));
    }

    private static void say(List<String> names, Operation operation) {
        var said = Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of());
        var parameters = new ArrayList<Parameter>(
                names.stream().map(name -> inPath(name, said)).toList());
        said.stream().filter(it -> !names.contains(it.getName())).distinct().forEach(parameters::add);
        operation.setParameters(parameters.isEmpty() ? null : parameters);
    }

    private static Parameter inPath(String name, List<Parameter> said) {
        var schema = said.stream()
                .filter(it -> it.getName().equals(name) && it.getSchema() != null)
                .findFirst()
                .map(Parameter::getSchema)
                .orElseGet(StringSchema::new);
        return new PathParameter().name(name).schema(schema);
    }
}
