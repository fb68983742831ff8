package tuanju.postgres;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says that one program works on a data directory. It ends with the program, however that ends. */
final class DirectoryLock implements AutoCloseable {

    private final FileChannel file;

    private DirectoryLock(FileChannel file) {
        this.file = file;
    }

    /** Takes the directory, or refuses with {@link DirectoryInUse}: two servers on one directory would destroy it. */
    static DirectoryLock take(Path directory) throws IOException {
        // release 0.1.0 knew only this lock, of the library that starts the server
        var earlier = directory.resolve("postgres").resolve("epg-lock");
        if (Files.exists(earlier)) {
            lock(earlier, directory).close();
        }
        return lock(directory.resolve("in-use"), directory);
    }

    private static DirectoryLock lock(Path path, Path directory) throws IOException {
        var file = FileChannel.open(path, CREATE, WRITE);
        try {
            if (file.tryLock() != null) {
                return new DirectoryLock(file);
            }
        } catch (OverlappingFileLockException ourselves) {
            // this program has it already
        }
        file.close();
        throw new DirectoryInUse(directory);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
