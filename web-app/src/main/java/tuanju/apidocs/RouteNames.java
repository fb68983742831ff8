package tuanju.apidocs;

import io.swagger.v3.oas.models.Operation;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/** Names a route after what it is about and what it does, "pointChange", and puts it with its like: "point". */
@Component
class RouteNames implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var tag = about(handler).replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return operation.operationId(of(handler)).tags(List.of(tag));
    }

    static String of(HandlerMethod handler) {
        var act = StringUtils.capitalize(handler.getMethod().getName());
        return StringUtils.uncapitalize(about(handler)) + act;
    }

    private static String about(HandlerMethod handler) {
        return ThingNames.nameOf(handler.getBeanType());
    }
}
