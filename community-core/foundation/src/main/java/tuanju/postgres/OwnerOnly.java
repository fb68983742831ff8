package tuanju.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Directories that nobody else on the machine may look into, where the system knows such rights. */
final class OwnerOnly {

    private static final String OWNER = "rwx------";

    private OwnerOnly() {}

    /** Makes the directory if it is not there yet; one that is there keeps its rights. */
    static Path make(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            restrict(directory);
        }
        return directory;
    }

    static void restrict(Path directory) throws IOException {
        if (Files.getFileAttributeView(directory, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(OWNER));
        }
    }
}
