package tuanju.picture;

import jakarta.servlet.http.HttpServletRequest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.command.NetworkAddress;
import tuanju.command.RateLimits;
import tuanju.command.TooMany;

/**
 * Paints posters as PNG and pictures of links as JPEG. That is work, so each is painted once per state, on half of the
 * processors at most, and so many an hour for one network address: what is already painted costs nobody anything.
 */
@Component
@RequiredArgsConstructor
public class Easels {

    private static final int KEPT = 128;
    private static final int AT_A_TIME = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final int PATIENCE_SECONDS = 5;
    static final int PER_ADDRESS_AND_HOUR = 120;

    private final RateLimits limits;
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private final Map<String, byte[]> painted = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * The poster of this state; refuses with TooMany when too many others are being painted, or were for this address.
     *
     * @param state names all that the poster shows
     */
    public byte[] png(String state, HttpServletRequest request, Supplier<BufferedImage> painter) {
        return painted(state, request, () -> encoded(painter.get()));
    }

    /** The picture of a link in this state; refuses as posters do. */
    byte[] jpeg(String state, HttpServletRequest request, Supplier<BufferedImage> painter) {
        return painted(state, request, () -> Pixels.jpeg(painter.get()));
    }

    private byte[] painted(String state, HttpServletRequest request, Supplier<byte[]> painter) {
        var known = known(state);
        if (known != null) {
            return known;
        }
        limits.take("posters " + NetworkAddress.of(request), PER_ADDRESS_AND_HOUR, Duration.ofHours(1));
        take();
        try {
            var again = known(state);
            return again != null ? again : keep(state, painter.get());
        } finally {
            free.release();
        }
    }

    private void take() {
        try {
            if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooMany(PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooMany(PATIENCE_SECONDS);
        }
    }

    private synchronized byte @Nullable [] known(String state) {
        return painted.get(state);
    }

    private synchronized byte[] keep(String state, byte[] png) {
        painted.put(state, png);
        return png;
    }

    private static byte[] encoded(BufferedImage poster) {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(poster, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
