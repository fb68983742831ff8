package tuanju.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a program keeps its data; looked at before a server starts in it, which would fail late and in riddles. */
final class DataDirectory {

    /** Of these the server's binaries take 60, a new database 60 and its log the rest. */
    private static final long LEAST_MEGABYTES = 256;

    private DataDirectory() {}

    /**
     * Takes the directory for this program alone; makes it if it is not there yet. Refuses with {@link DirectoryUnusable}
     * and {@link DirectoryInUse}.
     */
    static DirectoryLock take(Path directory) throws IOException {
        var lock = lock(directory);
        try {
            refuseIfFull(directory, Files.getFileStore(directory).getUsableSpace() >> 20);
            return lock;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static DirectoryLock lock(Path directory) {
        try {
            return DirectoryLock.take(OwnerOnly.make(directory));
        } catch (IOException e) {
            throw DirectoryUnusable.notWritable(directory, e);
        }
    }

    static void refuseIfFull(Path directory, long megabytes) {
        if (megabytes < LEAST_MEGABYTES) {
            throw DirectoryUnusable.full(directory, megabytes, LEAST_MEGABYTES);
        }
    }
}
