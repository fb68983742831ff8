package tuanju.postgres;

import java.nio.file.Path;
import lombok.Getter;

/** Another program works on the data directory. */
@Getter
final class DirectoryInUse extends RuntimeException {

    private final transient Path directory;

    DirectoryInUse(Path directory) {
        super("Another program works on " + directory);
        this.directory = directory;
    }
}
