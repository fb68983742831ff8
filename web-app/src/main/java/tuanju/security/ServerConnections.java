package tuanju.security;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the server share its connections out among clients; the proxies that are believed stand for many. */
@Configuration(proxyBeanMethods = false)
class ServerConnections {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> aShareForEachClient(Proxies proxies) {
        return server -> {
            server.setProtocol(SharedConnections.class.getName());
            server.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof SharedConnections shared) {
                    shared.exempt(proxies::believes);
                }
            });
        };
    }
}
