package tuanju.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.TestDatabase;
import support.Till;
import tuanju.address.Door;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleOpening;
import tuanju.cycle.CycleOrdering;
import tuanju.cycle.OrderCycles;

@SpringBootTest(properties = "tuanju.payment.providers=offline")
@Import({TestDatabase.class, Neighbourhoods.class, Till.class, FewQueriesTest.Counter.class})
@ActiveProfiles("test")
@DisplayName("A board asks the database as often for thirty orders as for one")
class FewQueriesTest {

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    CycleOpening opening;

    @Autowired
    CycleOrdering ordering;

    @Autowired
    OrderCycles cycles;

    @Autowired
    Till till;

    @Autowired
    Boards boards;

    @Autowired
    Counter counter;

    private Neighbourhood home;
    private CycleCard cycle;

    @Test
    void howeverManyNeighboursOrdered() {
        home = neighbourhoods.found(30, 2);
        cycle = open();
        order(0);
        var few = counter.during(() -> boards.of(cycle));
        for (int member = 1; member < 30; member++) {
            order(member);
        }

        var many = counter.during(() -> boards.of(cycle));

        assertThat(many).isEqualTo(few).hasSizeLessThan(12);
        assertThat(boards.of(cycle).bags()).isEqualTo(30);
    }

    private CycleCard open() {
        return opening.open(home.leader(), home.id(), home.eggs());
    }

    private void order(int member) {
        var product = cycles.products(cycle).getFirst().id();
        var wish = new CycleOrdering.Wish(Map.of(product, 1), Door.of("86", "50" + member), "");
        till.pay(
                home,
                home.member(member),
                ordering.order(home.member(member), cycle.code(), wish).code());
    }

    /** Writes down what this thread asks the database. */
    @TestComponent
    static class Counter implements BeanPostProcessor {

        private final ThreadLocal<@Nullable List<String>> asked = new ThreadLocal<>();

        List<String> during(Runnable look) {
            var statements = new ArrayList<String>();
            asked.set(statements);
            look.run();
            asked.remove();
            return statements;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource ? watched(bean, DataSource.class) : bean;
        }

        private Object watched(Object target, Class<?> type) {
            InvocationHandler handler = (proxy, method, arguments) -> {
                Object answer = call(target, method, arguments);
                if (answer instanceof Connection) {
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

        private static @Nullable Object call(
                Object target, java.lang.reflect.Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }
    }
}
