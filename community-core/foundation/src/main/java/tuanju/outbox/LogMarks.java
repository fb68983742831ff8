package tuanju.outbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** What each line of the log is marked with: the request or the run of a job it belongs to, on whatever thread it is written. */
public final class LogMarks {

    private LogMarks() {}

    /** The same work, told in the log under the marks of whoever asks for it now. */
    public static Runnable carrying(Runnable work) {
        @Nullable Map<String, String> here = MDC.getCopyOfContextMap();
        return () -> {
            @Nullable Map<String, String> there = MDC.getCopyOfContextMap();
            put(here);
            try {
                work.run();
            } finally {
                put(there);
            }
        };
    }

    private static void put(@Nullable Map<String, String> marks) {
        if (marks == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(marks);
        }
    }
}
