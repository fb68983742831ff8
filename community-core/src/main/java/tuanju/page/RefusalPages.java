package tuanju.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import tuanju.command.Refusal;

/** Turns what a page's controller throws into a page that says what to do. The API answers for itself. */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
@RequiredArgsConstructor
class RefusalPages {

    private final ErrorPage errors;

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        return errors.of(refusal, request, response);
    }

    @ExceptionHandler({MethodArgumentTypeMismatchException.class, MultipartException.class})
    ModelAndView unreadable(Exception bad, HttpServletRequest request, HttpServletResponse response) {
        int status = bad instanceof MaxUploadSizeExceededException ? 413 : inPath(bad) ? 404 : 400;
        return errors.of(status, request, response, null);
    }

    /** What cannot be read in an address leads nowhere, like an address of nothing. */
    private static boolean inPath(Exception bad) {
        return bad instanceof MethodArgumentTypeMismatchException wrong
                && wrong.getParameter().hasParameterAnnotation(PathVariable.class);
    }

    @ExceptionHandler({OptimisticLockingFailureException.class, CannotAcquireLockException.class})
    ModelAndView quicker(HttpServletRequest request, HttpServletResponse response) {
        return errors.of(409, request, response, null);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        QueryTimeoutException.class
    })
    ModelAndView away(Exception away, HttpServletRequest request, HttpServletResponse response) {
        return errors.of(503, request, response, away);
    }

    /** What Spring itself refuses carries its status; the rest is our mistake. */
    @ExceptionHandler
    @Nullable
    ModelAndView unexpected(Exception exception, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (exception instanceof AccessDeniedException || exception instanceof AuthenticationException) {
            throw exception;
        }
        if (response.isCommitted() || exception instanceof AsyncRequestNotUsableException) {
            return null; // nobody is there any more, or half of the answer is already on its way
        }
        int status =
                exception instanceof ErrorResponse known ? known.getStatusCode().value() : 500;
        return errors.of(status, request, response, exception);
    }
}
