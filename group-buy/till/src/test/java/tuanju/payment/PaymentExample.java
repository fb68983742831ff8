package tuanju.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.ActiveProfiles;
import support.Invariants;
import support.Patience;
import support.Residents;
import support.TestDatabase;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.payment.providers.FaultySandbox;
import tuanju.payment.providers.PaymentTry;
import tuanju.payment.providers.ProviderUnavailable;
import tuanju.payment.providers.WayToPay;
import tuanju.payment.transfers.TransferDone;
import tuanju.payment.transfers.TransferFailed;

/** What the payment tests share: a real server, a fresh community each, and an order side that they own. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "tuanju.payment.providers=sandbox,offline,faulty")
@ActiveProfiles("test")
@Import({TestDatabase.class, Residents.class, PaymentExample.OrderSide.class, NoCredit.class, FaultySandbox.class})
abstract class PaymentExample {

    static final Money PRICE = Money.ofYuan("39.90");

    final UUID order = UUID.randomUUID();
    final HttpClient browser = HttpClient.newHttpClient();

    @Autowired
    Payments payments;

    @Autowired
    Refunds refunds;

    @Autowired
    PaymentTries tries;

    @Autowired
    PaymentPoller poller;

    @Autowired
    RefundOutbox outbox;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OrderSide orders;

    @Autowired
    Clock clock;

    @Autowired
    FaultyLine faults;

    @LocalServerPort
    int port;

    CommunityId community = new CommunityId(new UUID(0, 0));

    private CommunityId elsewhere = community;

    @Autowired
    void found(Communities communities) {
        community = communities.found("紫龙小区", "上海市闵行区").id();
        elsewhere = communities.found("紫龙小区", "上海市闵行区").id();
    }

    @BeforeEach
    void leadThroughFaults() {
        faults.leadTo(port);
        if (orders.cold.compareAndSet(true, false)) {
            await(this::answers);
        }
    }

    /** A provider is given three seconds; on a busy machine a server that has just started takes longer for its first answer. */
    private boolean answers() {
        try {
            payments.open(request(elsewhere, UUID.randomUUID(), "faulty"));
            return true;
        } catch (ProviderUnavailable e) {
            return false;
        }
    }

    @AfterEach
    void nothingImpossibleHappened() {
        Invariants.check(jdbc);
    }

    PaymentRequest request(String provider) {
        return request(community, order, provider);
    }

    private PaymentRequest request(CommunityId in, UUID of, String provider) {
        return new PaymentRequest(
                in,
                of,
                new Code("0000AAAAAAAAAA"),
                new MemberId(UUID.randomUUID()),
                PRICE,
                "阳光玫瑰葡萄 2斤",
                provider,
                clock.instant().plusSeconds(1800),
                "/orders/mine");
    }

    String open() {
        return address(payments.open(request("sandbox")));
    }

    /** An order that was paid through this provider, which speaks the sandbox's language. */
    PaymentTry paid(String provider) {
        pay(address(payments.open(request(provider))), "PAID");
        return payment();
    }

    static String address(WayToPay way) {
        return Objects.requireNonNull(way.address());
    }

    HttpResponse<String> pay(String payUrl, String outcome) {
        return send(HttpRequest.newBuilder(at(payUrl))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("outcome=" + outcome))
                .build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return browser.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    PaymentTry payment() {
        return tries.ofOrder(community, order).getFirst();
    }

    int captures() {
        return jdbc.sql("select count(*) from capture where community_id = ?")
                .param(community.value())
                .query(Integer.class)
                .single();
    }

    String kindOfTheOnlyCase() {
        return jdbc.sql("select kind from exception_case where community_id = ?")
                .param(community.value())
                .query(String.class)
                .single();
    }

    long balance(Account.Kind kind) {
        return ledger.balance(new Account(kind, community.value())).fen();
    }

    /** What waits for its next try is tried now; what is being tried just now is left alone. */
    void hurryRefunds() {
        jdbc.sql("""
            update refund r set next_try_at = now()
            where community_id = ? and status <> 'DONE' and attempts = (select count(*) from refund_attempt a
                where a.community_id = r.community_id and a.refund_id = r.id)
            """).param(community.value()).update();
        outbox.carryOutDue();
    }

    /** Every refund of the order was given back. */
    void awaitAllDone() {
        await(() -> {
            hurryRefunds();
            var all = refunds.of(community, order);
            return !all.isEmpty() && all.stream().allMatch(it -> it.done() != null);
        });
    }

    /** Waits for something that another thread does soon. */
    static void await(BooleanSupplier condition) {
        Patience.await().until(condition::getAsBoolean);
    }

    /** Stands for the order module: each test says what becomes of its captures. */
    @TestConfiguration(proxyBeanMethods = false)
    static class OrderSide {

        final AtomicBoolean cold = new AtomicBoolean(true);
        final Queue<Capture> taken = new ConcurrentLinkedQueue<>();
        final Queue<RefundCompleted> refunded = new ConcurrentLinkedQueue<>();
        final Queue<UUID> paidOut = new ConcurrentLinkedQueue<>();
        final Queue<UUID> notPaidOut = new ConcurrentLinkedQueue<>();
        final ConcurrentMap<UUID, Function<Capture, CaptureTaker.Destination>> decisions = new ConcurrentHashMap<>();

        @Bean
        @Primary
        CaptureTaker testCaptureTaker() {
            return capture -> {
                taken.add(capture);
                return decisions
                        .getOrDefault(capture.order(), it -> CaptureTaker.Destination.ORDER)
                        .apply(capture);
            };
        }

        @Bean(destroyMethod = "close")
        FaultyLine faultyLine() throws IOException {
            return new FaultyLine();
        }

        @Bean
        SecurityFilterChain everyoneMayEnter(HttpSecurity http) {
            return http.csrf(it -> it.disable())
                    .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                    .build();
        }

        @EventListener
        void on(TransferDone event) {
            paidOut.add(event.key());
        }

        @EventListener
        void on(TransferFailed event) {
            notPaidOut.add(event.key());
        }

        @EventListener
        void on(RefundCompleted event) {
            refunded.add(event);
        }

        long timesTaken(UUID order) {
            return taken.stream().filter(it -> it.order().equals(order)).count();
        }
    }
}
