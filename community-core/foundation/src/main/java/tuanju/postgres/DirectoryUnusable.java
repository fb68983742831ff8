package tuanju.postgres;

import java.nio.file.Path;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** Nothing can be kept in the data directory as it is. */
@Getter
final class DirectoryUnusable extends RuntimeException {

    private final transient Path directory;

    private DirectoryUnusable(Path directory, String why, @Nullable Throwable cause) {
        super(why, cause);
        this.directory = directory;
    }

    /** Nothing can be written into it: read-only, another user's, a file, or its disk is gone. */
    static DirectoryUnusable notWritable(Path directory, Exception cause) {
        return new DirectoryUnusable(directory, "Nothing can be written into " + directory, cause);
    }

    /** PostgreSQL stops in the middle when it cannot write, so it is not even started on a full disk. */
    static DirectoryUnusable full(Path directory, long megabytes, long needed) {
        var why =
                "The disk of %s has %d MB left, and at least %d MB are needed".formatted(directory, megabytes, needed);
        return new DirectoryUnusable(directory, why, null);
    }
}
