package tuanju.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the headers also on what the server refuses by itself, such as an address it cannot read. */
@Configuration(proxyBeanMethods = false)
class ServerHeaders {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> headersOnEverything(ResponseHeaders headers) {
        return server -> server.addEngineValves(new HeaderValve(headers));
    }

    @RequiredArgsConstructor
    private static final class HeaderValve extends ValveBase {

        private final ResponseHeaders headers;

        @Override
        public boolean isAsyncSupported() {
            return true;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            headers.putOn(response.getResponse());
            getNext().invoke(request, response);
        }
    }
}
