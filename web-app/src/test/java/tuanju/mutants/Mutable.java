package tuanju.mutants;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Lets the program work for a while in a database of its own in which something is wrong, or sends the database another
 * statement than the program wrote. The program itself knows nothing of it.
 */
@TestComponent
class Mutable implements BeanPostProcessor {

    private static final String OWNER = "postgres";
    private static final int CONNECTIONS = 20;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private @Nullable volatile DataSource instead;
    private volatile String written = "";
    private volatile String sent = "";
    private final AtomicInteger changed = new AtomicInteger();

    /** Does this in a fresh database where these words are missing from statements; answers how many statements had them. */
    int without(JdbcConnectionDetails server, String words, String other, Runnable act) {
        written = words;
        sent = other;
        changed.set(0);
        try {
            inAFreshDatabase(server, "select 1", act);
        } finally {
            written = "";
        }
        return changed.get();
    }

    /** Does this in a fresh database that was changed by this first. */
    void inAFreshDatabase(JdbcConnectionDetails server, String change, Runnable act) {
        var address = server.getJdbcUrl().substring(0, server.getJdbcUrl().lastIndexOf('/') + 1);
        var name = "mutant_" + NUMBER.incrementAndGet();
        JdbcClient.create(new DriverManagerDataSource(address + OWNER, OWNER, server.getPassword()))
                .sql("create database " + name + " template tuanju_template")
                .update();
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(address + name);
            pool.setUsername(OWNER);
            pool.setPassword(server.getPassword());
            pool.setMaximumPoolSize(CONNECTIONS);
            pool.setConnectionTimeout(60_000);
            new JdbcTemplate(pool).execute(change);
            instead = pool;
            act.run();
        } finally {
            instead = null;
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource ? watched(bean, DataSource.class) : bean;
    }

    private Object watched(Object target, Class<?> type) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            var other = instead;
            if (type == DataSource.class && other != null && method.getName().equals("getConnection")) {
                return watched(other.getConnection(), Connection.class);
            }
            if (method.getName().equals("prepareStatement")) {
                arguments[0] = mutated(String.valueOf(arguments[0]));
            }
            return call(target, method, arguments);
        };
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private String mutated(String statement) {
        if (written.isEmpty() || !statement.contains(written)) {
            return statement;
        }
        changed.incrementAndGet();
        return statement.replace(written, sent);
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
