package support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/** Writes down the statements that a test or its requests send to the database; background work is left out. */
@TestComponent
public class Statements implements BeanPostProcessor {

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final ThreadLocal<@Nullable List<String>> mine = new ThreadLocal<>();

    /** Those of a running server's requests meanwhile. */
    public List<String> ofRequests(Runnable visit) {
        sent.clear();
        visit.run();
        return List.copyOf(sent);
    }

    /** Those of this thread alone, which is the one that answers a request without a server. */
    public List<String> ofThisThread(Runnable act) {
        var statements = new ArrayList<String>();
        mine.set(statements);
        try {
            act.run();
        } finally {
            mine.remove();
        }
        return statements;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource ? watched(bean, DataSource.class) : bean;
    }

    private Object watched(Object target, Class<?> type) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Object answer = call(target, method, arguments);
            // not what is unwrapped: whoever listens to the database needs the driver's own
            if (answer instanceof Connection && method.getName().equals("getConnection")) {
                return watched(answer, Connection.class);
            }
            if (method.getName().equals("prepareStatement")) {
                note(String.valueOf(arguments[0]).strip());
            }
            return answer;
        };
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private void note(String statement) {
        if (Thread.currentThread().getName().startsWith("http-nio-")) {
            sent.add(statement);
        }
        var statements = mine.get();
        if (statements != null) {
            statements.add(statement);
        }
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
