package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("W-17 A body has its time")
class TimedBodyTest {

    @Test
    @DisplayName("whoever sends letter by letter is waited for twenty seconds")
    void letterByLetter() throws IOException {
        assertThat(read(1, Duration.ofSeconds(15))).isEqualTo(1);
        assertThatThrownBy(() -> read(1, Duration.ofSeconds(25))).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    @DisplayName("whoever sends a photo over a weak connection is waited for as long as it comes")
    void aPhotoOverAWeakConnection() throws IOException {
        assertThat(read(1_000_000, Duration.ofSeconds(100))).isEqualTo(1_000_000);
    }

    @Test
    @DisplayName("what has come is never late")
    void whatHasComeIsNeverLate() throws IOException {
        assertThat(read(-1, Duration.ofHours(1))).isEqualTo(-1);
    }

    private static int read(int bytes, Duration after) throws IOException {
        return new TimedBody(new Once(bytes), System.nanoTime() - after.toNanos()).doRead(new Nowhere());
    }

    private record Once(int bytes) implements InputBuffer {
        @Override
        public int doRead(ApplicationBufferHandler handler) {
            return bytes;
        }

        @Override
        public int available() {
            return 0;
        }
    }

    private record Nowhere() implements ApplicationBufferHandler {
        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return ByteBuffer.allocate(0);
        }

        @Override
        public void expand(int size) {
            throw new UnsupportedOperationException();
        }
    }
}
