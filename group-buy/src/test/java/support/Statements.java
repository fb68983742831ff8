package support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/** Writes down what a test's own thread asks the database. */
@TestComponent
public class Statements implements BeanPostProcessor {

    private final ThreadLocal<@Nullable List<String>> asked = new ThreadLocal<>();

    public List<String> during(Runnable act) {
        var statements = new ArrayList<String>();
        asked.set(statements);
        try {
            act.run();
        } finally {
            asked.remove();
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
            var statements = asked.get();
            if (statements != null && method.getName().equals("prepareStatement")) {
                statements.add(String.valueOf(arguments[0]).strip());
            }
            return answer;
        };
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
