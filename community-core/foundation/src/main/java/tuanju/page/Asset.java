package tuanju.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;

/** A file that pages are made of: read once, when it is first linked or asked for. */
final class Asset {

    private final String path;
    private final Callable<byte[]> file;
    private volatile @Nullable Content content;

    private record Content(byte[] bytes, String hash) {}

    Asset(String path, Callable<byte[]> file) {
        this.path = path;
        this.file = file;
    }

    /** Its plain name, such as /page/live.js. */
    String path() {
        return path;
    }

    /** Its name that changes with its content, such as /page/live-8f14e45fceea167a5a36dedd4bea2543.js. */
    String address() {
        int ending = path.lastIndexOf('.');
        return path.substring(0, ending) + "-" + hash() + path.substring(ending);
    }

    String hash() {
        return content().hash();
    }

    byte[] bytes() {
        return content().bytes();
    }

    /** Two that read it at the same time read the same. */
    private Content content() {
        var known = content;
        if (known == null) {
            var bytes = read();
            known = new Content(bytes, DigestUtils.md5DigestAsHex(bytes));
            content = known;
        }
        return known;
    }

    private byte[] read() {
        try {
            return file.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot read " + path, e);
        }
    }
}
