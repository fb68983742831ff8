package tuanju.security;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The body of a request while it comes: at least ten kilobytes in each second after the first twenty. The server by itself
 * only asks that something comes every ten seconds, and a letter is something.
 */
final class TimedBody implements InputBuffer {

    private static final long GRACE_MILLIS = 20_000;
    private static final long BYTES_PER_MILLI = 10;

    private final InputBuffer body;
    private final long begun;
    private long received;

    TimedBody(InputBuffer body, long begunNanos) {
        this.body = body;
        this.begun = begunNanos;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        int read = body.doRead(handler);
        received += Math.max(read, 0);
        long taken = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        if (read >= 0 && taken > GRACE_MILLIS + received / BYTES_PER_MILLI) {
            throw new SocketTimeoutException("The body comes too slowly");
        }
        return read;
    }

    @Override
    public int available() {
        return body.available();
    }
}
