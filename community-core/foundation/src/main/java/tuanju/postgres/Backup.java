package tuanju.postgres;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A copy of the embedded cluster, taken file by file while the program goes on working, as PostgreSQL's manual describes
 * under "Making a Base Backup Using the Low Level API". It holds everything answered before it was begun; the log written
 * meanwhile is in it, so that its first start comes out whole.
 */
final class Backup {

    /** What a whole copy ends with; one without it was cut off. */
    static final String LABEL = "tuanju-backup.txt";

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'tuanju-'yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final JdbcClient database;
    private final Path cluster;

    private Backup(Connection connection, Path cluster) {
        // one session from beginning to end: leaving it would call the copy off
        this.database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.cluster = cluster;
    }

    /**
     * Copies the cluster into a new folder below the given one and answers that folder. What fails half way leaves nothing, so
     * that it does not keep a full disk full; what is killed half way leaves a folder whose name ends in ".part".
     */
    static Path take(Connection connection, Path cluster, Path into, Instant now) throws IOException {
        var whole = into.resolve(NAME.format(now));
        var part = into.resolve(whole.getFileName() + ".part");
        Files.createDirectories(into);
        if (Files.exists(whole)) {
            throw new FileAlreadyExistsException(whole.toString());
        }
        Files.createDirectory(part, ClusterFiles.OWNER_ONLY_FOLDER);
        try {
            new Backup(connection, cluster).copyTo(part.resolve("postgres"), now);
            return Files.move(part, whole);
        } catch (IOException | RuntimeException e) {
            FileSystemUtils.deleteRecursively(part);
            throw e;
        }
    }

    private void copyTo(Path copy, Instant now) throws IOException {
        keepTheLogOfTheseMinutes();
        var from = database.sql("select pg_walfile_name(pg_backup_start('tuanju', true))")
                .query(String.class)
                .single();
        Files.createDirectory(copy, ClusterFiles.OWNER_ONLY_FOLDER);
        var files = new ClusterFiles(cluster, copy);
        files.copyData();
        var end = database.sql("select lsn::text, labelfile from pg_backup_stop(false)")
                .query((row, number) -> new End(row.getString("lsn"), row.getString("labelfile")))
                .single();
        files.write("backup_label", end.label());
        files.copyLogSince(from);
        files.write(
                "../" + LABEL,
                "taken=%s%npostgresql=%s%nlsn=%s%n"
                        .formatted(now.truncatedTo(ChronoUnit.SECONDS), serverVersion(), end.lsn()));
    }

    /** A slot of this session: the server keeps what it writes from now on until the copy is done. */
    private void keepTheLogOfTheseMinutes() {
        database.sql("select pg_create_physical_replication_slot('tuanju_backup', true, true)")
                .query()
                .listOfRows();
    }

    private String serverVersion() {
        return database.sql("show server_version").query(String.class).single();
    }

    private record End(String lsn, String label) {}
}
