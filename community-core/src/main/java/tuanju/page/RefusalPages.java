package tuanju.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/** Turns what a page's controller throws into a page that says what to do. The API answers for itself. */
@Slf4j
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
@RequiredArgsConstructor
class RefusalPages {

    private final ErrorPage errors;

    @ExceptionHandler
    ModelAndView refused(tuanju.command.Refusal refusal, Locale locale, HttpServletResponse response) {
        ErrorPage.retryAfter(refusal.getStatus(), response);
        return errors.of(refusal, locale);
    }

    @ExceptionHandler
    ModelAndView badArgument(MethodArgumentTypeMismatchException bad, Locale locale) {
        return errors.of(400, null, locale);
    }

    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException large, Locale locale) {
        return errors.of(413, null, locale);
    }

    @ExceptionHandler({OptimisticLockingFailureException.class, CannotAcquireLockException.class})
    ModelAndView quicker(RuntimeException lost, Locale locale) {
        return errors.of(409, null, locale);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        QueryTimeoutException.class
    })
    ModelAndView away(RuntimeException away, Locale locale, HttpServletResponse response) {
        log.error("The database does not answer", away);
        ErrorPage.retryAfter(503, response);
        return errors.of(503, null, locale);
    }

    /** What Spring itself refuses carries its status; the rest is our mistake and gets a reference. */
    @ExceptionHandler
    ModelAndView unexpected(Exception exception, Locale locale) throws Exception {
        if (exception instanceof AccessDeniedException || exception instanceof AuthenticationException) {
            throw exception;
        }
        if (exception instanceof ErrorResponse known) {
            return errors.of(known.getStatusCode().value(), null, locale);
        }
        String reference = ErrorPage.newReference();
        log.error("Reference {}", reference, exception);
        return errors.of(HttpStatusCode.valueOf(500).value(), reference, locale);
    }
}
