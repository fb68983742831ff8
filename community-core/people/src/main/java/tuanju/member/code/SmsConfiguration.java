package tuanju.member.code;

import java.net.URI;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tuanju.member.MemberSettings;
import tuanju.member.Secret;

/** Chooses who delivers text messages: {@code tuanju.sms=outbox} shows them on a page, {@code webhook} posts them on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MemberSettings.class)
class SmsConfiguration {

    @Bean
    @ConditionalOnProperty(name = "tuanju.sms", havingValue = "outbox")
    OutboxSmsSender outboxSmsSender(JdbcClient database) {
        return new OutboxSmsSender(database);
    }

    @Bean
    @ConditionalOnProperty(name = "tuanju.sms", havingValue = "webhook")
    WebhookSmsSender webhookSmsSender(MemberSettings settings, Secret secret, JsonMapper json, Clock clock) {
        return new WebhookSmsSender(URI.create(settings.smsUrl()), secret, json, clock);
    }
}
