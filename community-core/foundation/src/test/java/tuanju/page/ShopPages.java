package tuanju.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tuanju.database.OutsideTransaction;
import tuanju.live.LiveTopics;

/** What a shop is asked: it serves when it is open, and at once, and whoever listens, and whoever pays elsewhere. */
@TestComponent
@Controller
class ShopPages {

    final AtomicInteger served = new AtomicInteger();
    final List<String> bodies = new CopyOnWriteArrayList<>();
    private final LiveTopics topics;
    private final JdbcClient database;
    private volatile CountDownLatch door = new CountDownLatch(0);

    ShopPages(LiveTopics topics, JdbcClient database) {
        this.topics = topics;
        this.database = database;
    }

    void close() {
        served.set(0);
        door = new CountDownLatch(1);
    }

    void open() {
        door.countDown();
    }

    @GetMapping("/shop")
    @ResponseBody
    String slow() {
        served.incrementAndGet();
        await(door);
        return "served";
    }

    @GetMapping("/shop/quick")
    @ResponseBody
    int quick() {
        return database.sql("select 1").query(Integer.class).single();
    }

    @GetMapping("/shop/thread")
    @ResponseBody
    String thread() {
        return Thread.currentThread().isVirtual() ? "virtual" : "of the system";
    }

    @PostMapping("/shop")
    @ResponseBody
    String take(
            @RequestParam(required = false) @Nullable String abc,
            @RequestBody(required = false) @Nullable String body) {
        bodies.add(abc == null ? String.valueOf(body) : "abc=" + abc);
        return "taken";
    }

    @GetMapping("/shop/live")
    SseEmitter live(HttpServletRequest request) {
        return topics.listen("shop", request);
    }

    @GetMapping("/shop/pay")
    @ResponseBody
    String pay(@RequestParam int at) {
        return String.valueOf(OutsideTransaction.client(Duration.ofSeconds(5), Duration.ofSeconds(30))
                .get()
                .uri("http://127.0.0.1:" + at)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode());
    }

    @GetMapping("/shop/limits")
    @ResponseBody
    String limits() {
        return limits(database);
    }

    static String limits(JdbcClient database) {
        return database.sql("""
                        select current_setting('lock_timeout') || ' ' || current_setting('statement_timeout') || ' '
                            || current_setting('idle_in_transaction_session_timeout')
                        """).query(String.class).single();
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
