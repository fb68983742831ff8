package support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;
import tuanju.postgres.EmbeddedDatabase;

/**
 * The PostgreSQL server of one test JVM: a container where a Docker engine answers, else an embedded one. It is migrated
 * once; each database on it is a copy of what the migrations made.
 */
record TestServer(String host, int port, String user, String password) {

    /** The role that the program works as, beside its owner; see decision 20. */
    static final String PROGRAM = "tuanju_app";

    /** Also named in application-test.yml, for the connections of tests, jobs and listeners. */
    private static final String OWNER = "postgres";

    private static final String TEMPLATE = "tuanju_template";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final class Holder {
        private static final TestServer SERVER = open();

        private static TestServer open() {
            var server = dockerAnswers() ? container() : embedded();
            server.createProgramsRole();
            server.create(TEMPLATE, "template0");
            Flyway.configure()
                    .dataSource(server.url(TEMPLATE), server.user, server.password)
                    .load()
                    .migrate();
            ServiceLoader.load(Furnishing.class).forEach(it -> it.furnish(server.jdbc(TEMPLATE)));
            return server;
        }
    }

    static TestServer ofThisRun() {
        return Holder.SERVER;
    }

    /** Answers the name of a new database that has every table and no rows but the migrations' and what wings furnish. */
    String createDatabase() {
        var name = "tuanju_" + NUMBER.incrementAndGet();
        create(name, TEMPLATE);
        return name;
    }

    String url(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    private void createProgramsRole() {
        jdbc("postgres")
                .sql("create role " + PROGRAM + " login password '" + password + "'")
                .update();
    }

    private void create(String name, String template) {
        jdbc("postgres")
                .sql("create database " + name + " template " + template)
                .update();
    }

    private JdbcClient jdbc(String database) {
        return JdbcClient.create(new DriverManagerDataSource(url(database), user, password));
    }

    private static boolean dockerAnswers() {
        boolean named = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return named && org.testcontainers.DockerClientFactory.instance().isDockerAvailable();
    }

    private static TestServer container() {
        var container = new PostgreSQLContainer("postgres:18-alpine").withUsername(OWNER);
        container.start();
        return new TestServer(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getUsername(),
                container.getPassword());
    }

    private static TestServer embedded() {
        try {
            var postgres = EmbeddedDatabase.throwAway();
            // after all contexts are closed: the event registry asks the database while closing
            SpringApplication.getShutdownHandlers().add(() -> {
                try {
                    postgres.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            var server = new TestServer("localhost", postgres.getPort(), OWNER, "");
            server.endWithThisJvm();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JVM that is killed cannot stop its server; a shell that outlives it can. */
    private void endWithThisJvm() throws IOException {
        if (File.separatorChar != '/') {
            return;
        }
        var watch =
                "while kill -0 $0; do sleep 1; done; [ -f $1/postmaster.pid ] && kill -INT $(head -n 1 $1/postmaster.pid)";
        var jvm = String.valueOf(ProcessHandle.current().pid());
        var data =
                jdbc("postgres").sql("show data_directory").query(String.class).single();
        new ProcessBuilder("sh", "-c", watch, jvm, data)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
