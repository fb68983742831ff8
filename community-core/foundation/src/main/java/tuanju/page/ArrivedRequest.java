package tuanju.page;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/** A request whose body is here, or the first of it when it is long: whoever sends slowly waits outside, without a turn. */
final class ArrivedRequest extends HttpServletRequestWrapper {

    private static final int MOST_BYTES = 1024 * 1024;

    private final InputStream body;

    private ArrivedRequest(HttpServletRequest request, InputStream body) {
        super(request);
        this.body = body;
    }

    /** Whether anything comes behind its head. */
    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** Waits for the body; refuses with NotArrived when it does not come. */
    static HttpServletRequest of(HttpServletRequest request) {
        if (isForm(request)) {
            readForm(request);
            return request;
        }
        try {
            var stream = request.getInputStream();
            var first = new ByteArrayInputStream(stream.readNBytes(MOST_BYTES));
            return new ArrivedRequest(request, new SequenceInputStream(first, stream));
        } catch (IOException cutOff) {
            throw NotArrived.because(cutOff);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data"));
    }

    /** What cannot be read is met again, and answered, where the form is used. */
    private static void readForm(HttpServletRequest request) {
        try {
            request.getParameterMap();
        } catch (IllegalStateException unreadable) {
            if (NotArrived.isBehind(unreadable)) {
                throw NotArrived.because(unreadable);
            }
            request.setAttribute(ArrivedRequest.class.getName(), unreadable);
        }
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Body(body);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        var encoding = getCharacterEncoding();
        return new BufferedReader(
                new InputStreamReader(body, encoding == null ? StandardCharsets.UTF_8.name() : encoding));
    }

    private static final class Body extends ServletInputStream {

        private final InputStream stream;
        private boolean finished;

        private Body(InputStream stream) {
            this.stream = stream;
        }

        @Override
        public int read() throws IOException {
            int read = stream.read();
            finished = read < 0;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = stream.read(into, from, length);
            finished = read < 0;
            return read;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("A request is read by the thread that answers it");
        }
    }
}
