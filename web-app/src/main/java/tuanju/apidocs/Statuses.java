package tuanju.apidocs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Set;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import tuanju.command.CommandKey;

/**
 * With what a route answers that did what was asked: 204 where there is nothing to say, 201 where something new is there,
 * and 200 beside it where one may only ask what would come of it, or where it may have been there before.
 */
@Order(1)
@Component
class Statuses implements OperationCustomizer {

    private static final Set<String> MAY_BE_THERE_BEFORE = Set.of("memberSignUp");

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var answers = operation.getResponses();
        if (isSilent(handler)) {
            answers.remove("200");
            answers.addApiResponse("204", new ApiResponse().description("Done."));
        }
        var created = answers.get("201");
        if (created != null && (mayBeTried(handler) || MAY_BE_THERE_BEFORE.contains(RouteNames.of(handler)))) {
            answers.addApiResponse("200", new ApiResponse().description("OK").content(created.getContent()));
        }
        return operation;
    }

    private static boolean isSilent(HandlerMethod handler) {
        var answer = ResolvableType.forMethodReturnType(handler.getMethod());
        var body = answer.toClass() == ResponseEntity.class ? answer.getGeneric(0) : answer;
        return body.toClass() == Void.class || body.toClass() == void.class;
    }

    private static boolean mayBeTried(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(it -> it.getParameterType() == CommandKey.class && it.isOptional());
    }
}
