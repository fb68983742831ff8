package tuanju.payment.providers;

import java.net.URI;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import lombok.extern.slf4j.Slf4j;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tuanju.database.OutsideTransaction;
import tuanju.sandbox.ForgedMessage;
import tuanju.sandbox.SignedMessage;

/** Signed calls to the sandbox provider; an answer that it has not signed is no answer. */
@Slf4j
class SandboxClient {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final Supplier<URI> base;
    private final Identity identity;
    private final JsonMapper json;
    private final Clock clock;
    private final RestClient http;

    SandboxClient(Supplier<URI> base, Identity identity, JsonMapper json, Clock clock) {
        this.base = base;
        this.identity = identity;
        this.json = json;
        this.clock = clock;
        this.http = OutsideTransaction.client(CONNECT, ANSWER);
    }

    <T> T post(String path, Object content, Class<T> type) {
        return call(HttpMethod.POST, path, json.writeValueAsString(content), type);
    }

    <T> T post(String path, Class<T> type) {
        return call(HttpMethod.POST, path, "", type);
    }

    <T> T get(String path, Class<T> type) {
        return call(HttpMethod.GET, path, "", type);
    }

    /** What is no JSON, signed like everything else. */
    String text(String path) {
        return text(HttpMethod.GET, path, "");
    }

    /** Refuses with {@link ForgedMessage} a callback that the provider has not signed just now. */
    void verifyCallback(Map<String, String> headers, String body) {
        new SignedMessage(SignedMessage.CALLBACK, body).verify(identity.provider(), headers, clock.instant());
    }

    private <T> T call(HttpMethod method, String path, String body, Class<T> type) {
        var text = text(method, path, body);
        try {
            return json.readValue(text, type);
        } catch (JacksonException e) {
            throw unanswered(method, path, e);
        }
    }

    private String text(HttpMethod method, String path, String body) {
        try {
            var headers = new SignedMessage(method + " " + path, body).sign(identity.own(), clock.instant());
            var request = http.method(method)
                    .uri(base.get().resolve(path))
                    .header(SignedMessage.MERCHANT, identity.merchant())
                    .headers(it -> headers.forEach(it::set));
            if (!body.isEmpty()) {
                request.contentType(MediaType.APPLICATION_JSON).body(body);
            }
            var answer = request.retrieve().toEntity(String.class);
            var text = answer.getBody() == null ? "" : answer.getBody();
            new SignedMessage(SignedMessage.ANSWER, text)
                    .verify(identity.provider(), lowerCase(answer.getHeaders()), clock.instant());
            return text;
        } catch (HttpClientErrorException e) {
            throw e;
        } catch (RestClientException | ForgedMessage e) {
            throw unanswered(method, path, e);
        }
    }

    private static ProviderUnavailable unanswered(HttpMethod method, String path, RuntimeException e) {
        log.warn("No answer from the sandbox to {} {}: {}", method, path, e.toString());
        return new ProviderUnavailable();
    }

    static Map<String, String> lowerCase(HttpHeaders headers) {
        var found = new HashMap<String, String>();
        headers.forEach((name, values) -> found.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return found;
    }

    /** Who we are at the provider, and the key by which we know it. */
    record Identity(String merchant, KeyPair own, PublicKey provider) {}
}
