package tuanju.member.code;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import tools.jackson.databind.json.JsonMapper;
import tuanju.member.Secret;

/**
 * Posts each text message as JSON {phone, text} to an address that passes it to a text message provider. The header
 * Tuanju-Signature holds the HMAC-SHA-256 of "timestamp.body" with the installation's secret, Tuanju-Timestamp the
 * second it was made, so that the receiver can tell it is us and not a replay.
 */
@Slf4j
@RequiredArgsConstructor
class WebhookSmsSender implements SmsSender {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private record Message(String phone, String text) {}

    private final URI address;
    private final Secret secret;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    @Override
    public void send(Sms message) {
        try {
            int status =
                    client.send(request(message), BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                log.warn("A text message was not taken: status {}", status);
                throw new SmsAway();
            }
        } catch (IOException e) {
            log.warn("A text message was not taken: {}", e.getClass().getName());
            throw new SmsAway();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SmsAway();
        }
    }

    private HttpRequest request(Sms message) {
        var body = json.writeValueAsString(new Message(message.phone().digits(), message.text()));
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Tuanju-Timestamp", timestamp)
                .header("Tuanju-Signature", HexFormat.of().formatHex(secret.hash(timestamp + "." + body)))
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }
}
