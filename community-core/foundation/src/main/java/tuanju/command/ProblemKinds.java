package tuanju.command;

import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tuanju.command.ProblemKind.FieldFault;
import tuanju.database.Outage;

/** Tells from an exception what it means for the caller of the API. */
final class ProblemKinds {

    private static final String LATER_SECONDS = "5";

    private ProblemKinds() {}

    /** Empty when it is our own fault. */
    static Optional<ProblemKind> of(Exception exception) {
        return Optional.ofNullable(
                switch (exception) {
                    case Refusal refusal -> refusal(refusal);
                    case Exception outage when Outage.met(outage) -> away();
                    case HttpMessageNotReadableException unreadable -> UnreadableJson.kind(unreadable);
                    case BindException invalid -> bound(invalid.getBindingResult());
                    case HandlerMethodValidationException invalid -> parameters(invalid);
                    case ConstraintViolationException invalid -> constraints(invalid);
                    default -> requestOrDatabase(exception);
                });
    }

    private static @Nullable ProblemKind requestOrDatabase(Exception exception) {
        return switch (exception) {
            case MissingServletRequestParameterException missing ->
                ProblemKind.field(missing.getParameterName(), "field-missing");
            case MissingServletRequestPartException missing ->
                ProblemKind.field(missing.getRequestPartName(), "field-missing");
            case MissingRequestHeaderException missing -> ProblemKind.field(missing.getHeaderName(), "field-missing");
            case MethodArgumentTypeMismatchException address when inPath(address) -> ProblemKind.of(404, "not-found");
            case MethodArgumentTypeMismatchException wrong -> wrongType(wrong.getName(), wrong);
            case TypeMismatchException wrong -> wrongType(String.valueOf(wrong.getPropertyName()), wrong);
            case MaxUploadSizeExceededException large -> ProblemKind.of(413, "upload-too-large");
            case MultipartException broken -> ProblemKind.of(400, "upload-broken");
            case HttpRequestMethodNotSupportedException wrong -> method(wrong);
            case InvalidParameterException unreadable -> ProblemKind.of(400, "not-understood");
            case ErrorResponse known when known.getStatusCode().is4xxClientError() -> status(known);
            default -> database(exception);
        };
    }

    private static @Nullable ProblemKind database(Exception exception) {
        return switch (exception) {
            case ConcurrencyFailureException meanwhile ->
                ProblemKind.of(409, "changed-meanwhile").with("Retry-After", "1");
            case DataIntegrityViolationException refused
            when isBadText(refused) -> ProblemKind.of(400, "text-unusable");
            case TransientDataAccessException away -> away();
            default -> null;
        };
    }

    private static ProblemKind refusal(Refusal refusal) {
        return switch (refusal) {
            case Invalid invalid -> ProblemKind.field(invalid.getField(), invalid.getType(), invalid.getArguments());
            case TooMany tooMany -> plain(tooMany).with("Retry-After", Long.toString(tooMany.getRetryAfterSeconds()));
            case StillRunning running -> plain(running).with("Retry-After", "1");
            case TooBusy busy -> plain(busy).with("Retry-After", Integer.toString(TooBusy.RETRY_AFTER_SECONDS));
            default -> plain(refusal);
        };
    }

    private static ProblemKind plain(Refusal refusal) {
        var kind = ProblemKind.of(refusal.getStatus(), refusal.getType(), refusal.getArguments());
        // whoever is told "not now" is told when
        return refusal.getStatus() == 503 ? kind.with("Retry-After", LATER_SECONDS) : kind;
    }

    private static ProblemKind bound(BindingResult result) {
        return ProblemKind.fields(
                "fields-unusable",
                result.getAllErrors().stream().map(ProblemKinds::bound).toList());
    }

    /** What Spring could not convert is said in our own words: its message tells about classes. */
    private static FieldFault bound(ObjectError error) {
        var field = error instanceof FieldError of ? of.getField() : error.getObjectName();
        if (!error.contains(TypeMismatchException.class)) {
            return FieldFault.inWords(field, String.valueOf(error.getDefaultMessage()));
        }
        return NestedExceptionUtils.getMostSpecificCause(error.unwrap(TypeMismatchException.class))
                        instanceof Invalid invalid
                ? FieldFault.of(field, invalid.getType(), invalid.getArguments())
                : FieldFault.of(field, "field-wrong");
    }

    private static ProblemKind parameters(HandlerMethodValidationException invalid) {
        List<FieldFault> faults = invalid.getParameterValidationResults().stream()
                .flatMap(result -> result instanceof ParameterErrors errors
                        ? bound(errors).stream()
                        : result.getResolvableErrors().stream()
                                .map(it -> FieldFault.inWords(
                                        String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                        String.valueOf(it.getDefaultMessage()))))
                .toList();
        return ProblemKind.fields("fields-unusable", faults);
    }

    private static List<FieldFault> bound(ParameterErrors errors) {
        return errors.getFieldErrors().stream()
                .map(it -> FieldFault.inWords(it.getField(), String.valueOf(it.getDefaultMessage())))
                .toList();
    }

    private static ProblemKind constraints(ConstraintViolationException invalid) {
        return ProblemKind.fields(
                "fields-unusable",
                invalid.getConstraintViolations().stream()
                        .map(it -> FieldFault.inWords(it.getPropertyPath().toString(), it.getMessage()))
                        .toList());
    }

    private static ProblemKind wrongType(String field, TypeMismatchException wrong) {
        return NestedExceptionUtils.getMostSpecificCause(wrong) instanceof Invalid invalid
                ? ProblemKind.field(field, invalid.getType(), invalid.getArguments())
                : ProblemKind.field(field, "field-wrong");
    }

    /** What cannot be read in an address leads nowhere, like an address of nothing. */
    private static boolean inPath(MethodArgumentTypeMismatchException wrong) {
        return wrong.getParameter().hasParameterAnnotation(PathVariable.class);
    }

    private static ProblemKind method(HttpRequestMethodNotSupportedException wrong) {
        var kind = ProblemKind.of(405, "method-not-allowed", wrong.getMethod());
        var allowed = wrong.getSupportedMethods();
        return allowed == null ? kind : kind.with("Allow", String.join(", ", allowed));
    }

    private static ProblemKind status(ErrorResponse known) {
        return switch (known.getStatusCode().value()) {
            case 404 -> ProblemKind.of(404, "not-found");
            case 406 -> ProblemKind.of(406, "not-acceptable");
            case 413 -> ProblemKind.of(413, "upload-too-large");
            case 415 -> ProblemKind.of(415, "media-type-not-supported");
            default -> ProblemKind.of(known.getStatusCode().value(), "not-understood");
        };
    }

    private static ProblemKind away() {
        return ProblemKind.of(503, "database-away").with("Retry-After", LATER_SECONDS);
    }

    /** SQLSTATE class 22: a character the database cannot keep (NUL), a number out of range. */
    private static boolean isBadText(DataIntegrityViolationException refused) {
        return NestedExceptionUtils.getMostSpecificCause(refused) instanceof SQLException cause
                && String.valueOf(cause.getSQLState()).startsWith("22");
    }
}
