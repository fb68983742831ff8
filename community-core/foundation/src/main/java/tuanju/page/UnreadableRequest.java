package tuanju.page;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

/** What a browser sent in a way that the server cannot take apart: its mistake, and nothing to quote in a log. */
final class UnreadableRequest {

    private UnreadableRequest() {}

    static boolean is(@Nullable Throwable cause) {
        return cause instanceof InvalidParameterException || (cause != null && is(cause.getCause()));
    }
}
