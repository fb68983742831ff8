package tuanju.page;

import java.net.SocketTimeoutException;
import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;
import tuanju.command.Refusal;

/** What a request should bring did not come: in time (408), or in a form in which it has an end (400). */
final class NotArrived extends Refusal {

    private NotArrived(int status, String type) {
        super(status, type);
    }

    /** Where the page of the error finds it: the server has closed the answer to everybody else by then. */
    static final String MET = NotArrived.class.getName();

    static NotArrived because(Throwable cause) {
        return isLate(cause) ? new NotArrived(408, "body-late") : new NotArrived(400, "body-broken");
    }

    /** Whether the body broke off; a form that came whole and cannot be taken apart is told so where it is used. */
    static boolean isBehind(@Nullable Throwable cause) {
        return cause instanceof BadRequestException
                || cause instanceof SocketTimeoutException
                || cause != null && isBehind(cause.getCause());
    }

    private static boolean isLate(@Nullable Throwable cause) {
        return cause instanceof SocketTimeoutException || cause != null && isLate(cause.getCause());
    }
}
