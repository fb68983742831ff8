package tuanju.sandbox;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import lombok.extern.slf4j.Slf4j;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;
import tuanju.database.OutsideTransaction;

/** Tells merchants what happened, signed, over HTTP. A callback that is not taken is given up: merchants ask. */
@Slf4j
@Component
@Conditional(SandboxListed.class)
class SandboxCallbacks {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final long REFUND_TAKES_MILLIS = 300;

    private final SandboxAddress address;
    private final SandboxMerchants merchants;
    private final SandboxRefunds refunds;
    private final JsonMapper json;
    private final Clock clock;
    private final RestClient http;
    private final ExecutorService errands = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("sandbox-", 1).daemon().factory());

    SandboxCallbacks(
            SandboxAddress address, SandboxMerchants merchants, SandboxRefunds refunds, JsonMapper json, Clock clock) {
        this.address = address;
        this.merchants = merchants;
        this.refunds = refunds;
        this.json = json;
        this.clock = clock;
        this.http = OutsideTransaction.client(CONNECT, ANSWER);
    }

    /** Tells what the payer did, as the payer chose that it be told; answers when it was told or given up. */
    void tell(Charge charge, Outcome outcome) {
        switch (outcome) {
            case PAID, FAILED -> send(charge.notifyPath(), SandboxWire.callback(charge));
            case CALLBACK_TWICE -> twice(charge);
            case CALLBACK_LOST -> log.info("Sandbox loses the callback for {} as the payer asked", charge.code());
            case LATER -> {}
        }
    }

    /** Finishes a refund a moment after it was accepted and says so. */
    void finishSoon(SandboxRefund refund) {
        CompletableFuture.delayedExecutor(REFUND_TAKES_MILLIS, TimeUnit.MILLISECONDS, errands)
                .execute(() -> {
                    if (refunds.finish(refund)) {
                        send(refund.notifyPath(), SandboxWire.callback(refund, clock.instant()));
                    }
                });
    }

    private void twice(Charge charge) {
        var callback = SandboxWire.callback(charge);
        var first = CompletableFuture.runAsync(() -> send(charge.notifyPath(), callback), errands);
        send(charge.notifyPath(), callback);
        first.join();
    }

    private void send(String path, SandboxWire.Callback callback) {
        var body = json.writeValueAsString(callback);
        var headers = new SignedMessage(SignedMessage.CALLBACK, body).sign(merchants.keys(), clock.instant());
        try {
            http.post()
                    .uri(address.base().resolve(path))
                    .contentType(MediaType.APPLICATION_JSON)
                    .headers(it -> headers.forEach(it::set))
                    .body(body)
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientException e) {
            log.warn("Sandbox callback for {} was not taken: {}", callback.code(), e.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        errands.shutdownNow();
    }
}
