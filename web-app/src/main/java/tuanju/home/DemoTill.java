package tuanju.home;

import java.net.URI;
import java.util.Map;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.order.paying.OrderPaying;

/** Pays a demo order the way a browser would: opens the payment, then posts the sandbox's page. */
@Slf4j
@Component
@ConditionalOnProperty("tuanju.demo")
class DemoTill {

    static final String PROVIDER = "sandbox";

    private final OrderPaying paying;
    private final RestClient browser = RestClient.create();
    private volatile int port;

    DemoTill(OrderPaying paying) {
        this.paying = paying;
    }

    @EventListener
    void remember(WebServerInitializedEvent server) {
        // a separate management server announces itself too
        if (server.getApplicationContext().getServerNamespace() == null) {
            port = server.getWebServer().getPort();
        }
    }

    void pay(MemberId buyer, Code order) {
        payAt(paying.pay(buyer, order, PROVIDER));
    }

    /** The same of what else has a page where it is paid. */
    void payAt(String payUrl) {
        var page = URI.create("http://127.0.0.1:" + port)
                .resolve(URI.create(payUrl).getPath());
        browser.post()
                .uri(page)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(MultiValueMap.fromSingleValue(Map.of("outcome", "PAID")))
                .retrieve()
                .toBodilessEntity();
    }
}
