package tuanju.postgres;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;

/** The files of a PostgreSQL cluster and their copy, each on disk before the next begins. */
@RequiredArgsConstructor
final class ClusterFiles {

    static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    static final FileAttribute<?> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final Pattern LOG_SEGMENT = Pattern.compile("[0-9A-F]{24}");
    private static final Path LOG = Path.of("pg_wal");
    private static final Path CONTROL = Path.of("global", "pg_control");

    /** Belongs to the running server alone, or is made anew at its start. */
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "backup_label");

    /** Folders that a copy needs, without what is in them. */
    private static final Set<Path> EMPTY = Set.of(
            LOG,
            Path.of("pg_dynshmem"),
            Path.of("pg_notify"),
            Path.of("pg_replslot"),
            Path.of("pg_serial"),
            Path.of("pg_snapshots"),
            Path.of("pg_stat_tmp"),
            Path.of("pg_subtrans"));

    private final Path cluster;
    private final Path copy;

    /** Puts a whole copy to where a server may start on it. */
    static void bringBack(Path copy, Path cluster) throws IOException {
        try (var everything = Files.walk(copy)) {
            var files = new ClusterFiles(copy, cluster);
            for (var one : everything.toList()) {
                if (Files.isDirectory(one)) {
                    files.makeFolder(copy.relativize(one));
                } else {
                    files.copyUnlessGone(copy.relativize(one));
                }
            }
        }
    }

    /** Everything but the log; the control file last, so that it is never older than what it speaks of. */
    void copyData() throws IOException {
        Files.walkFileTree(cluster, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                var relative = cluster.relativize(folder);
                if (!relative.toString().isEmpty()) {
                    makeFolder(relative);
                }
                return EMPTY.contains(relative) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var relative = cluster.relativize(file);
                if (!LEFT_OUT.contains(relative.getFileName().toString()) && !relative.equals(CONTROL)) {
                    copyUnlessGone(relative);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        copyUnlessGone(CONTROL);
    }

    /** The log from this segment on; what is older is of no use to the copy. */
    void copyLogSince(String segment) throws IOException {
        makeFolder(LOG.resolve("archive_status"));
        makeFolder(LOG.resolve("summaries"));
        try (var segments = Files.list(cluster.resolve(LOG))) {
            for (var one :
                    segments.map(it -> it.getFileName().toString()).sorted().toList()) {
                if (LOG_SEGMENT.matcher(one).matches() && one.compareTo(segment) >= 0) {
                    copyUnlessGone(LOG.resolve(one));
                }
            }
        }
    }

    void write(String name, String text) throws IOException {
        try (var file = FileChannel.open(copy.resolve(name).normalize(), CREATE_NEW, WRITE)) {
            file.write(StandardCharsets.UTF_8.encode(text));
            file.force(true);
        }
    }

    /** A table dropped while we copy takes its file with it; the log tells the copy so. */
    private void copyUnlessGone(Path relative) throws IOException {
        try (var from = FileChannel.open(cluster.resolve(relative));
                var to = FileChannel.open(copy.resolve(relative), Set.of(CREATE_NEW, WRITE), OWNER_ONLY)) {
            for (long at = 0, n; (n = from.transferTo(at, Long.MAX_VALUE, to)) > 0; ) {
                at += n;
            }
            to.force(true);
        } catch (NoSuchFileException gone) {
            if (relative.equals(CONTROL)) {
                throw gone;
            }
        }
    }

    private void makeFolder(Path relative) throws IOException {
        Files.createDirectories(copy.resolve(relative), OWNER_ONLY_FOLDER);
    }
}
