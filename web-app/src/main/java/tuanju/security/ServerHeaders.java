package tuanju.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.security.TurnedAway.Reason;

/** Puts our headers and our page also on what the server refuses by itself, such as an address it cannot read (W-16). */
@Configuration(proxyBeanMethods = false)
class ServerHeaders {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> headersOnEverything(
            ResponseHeaders headers, TurnedAway turnedAway) {
        return server -> {
            server.addEngineValves(new HeaderValve(headers));
            server.addConnectorCustomizers(connector -> connector.addLifecycleListener(new OwnAdapter(headers)));
            server.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new RefusalValve(turnedAway)));
        };
    }

    @RequiredArgsConstructor
    private static final class HeaderValve extends ValveBase {

        private final ResponseHeaders headers;

        @Override
        public boolean isAsyncSupported() {
            return true;
        }

        /** On the response itself: what stands before it takes no header any more once the server has refused. */
        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            headers.putOn(response);
            getNext().invoke(request, response);
        }
    }

    @RequiredArgsConstructor
    private static final class RefusalValve extends ErrorReportValve {

        private final TurnedAway turnedAway;

        @Override
        protected void report(Request request, Response response, @Nullable Throwable cause) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                var answer = turnedAway.answer(status, Reason.of(status), request);
                answer.describe(response::setHeader);
                response.setContentType(answer.contentType());
                response.setCharacterEncoding("UTF-8");
                var writer = response.getReporter();
                if (writer != null) {
                    writer.write(answer.body());
                    response.finishResponse();
                }
            } catch (IOException gone) {
                container.getLogger().debug("Nobody is there to be told", gone);
            }
        }
    }
}
