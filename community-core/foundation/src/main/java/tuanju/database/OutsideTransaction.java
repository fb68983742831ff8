package tuanju.database;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.client.RestClient;

/**
 * Keeps calls to other servers out of transactions: a slow answer must never hold a row lock, a connection or a turn at the
 * database. Every HTTP client carries it, in production too.
 */
public final class OutsideTransaction implements ClientHttpRequestInterceptor {

    /** A client for calls to other servers that gives up after these times and refuses to work inside a transaction. */
    public static RestClient client(Duration connect, Duration answer) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connect)
                .build();
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(answer);
        return RestClient.builder()
                .requestFactory(requests)
                .requestInterceptor(new OutsideTransaction())
                .build();
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        require();
        return Visit.outside(() -> execution.execute(request, body));
    }

    /** Refuses to go on inside a transaction: the program is wrong, not its user. */
    public static void require() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Another server must not be called while a transaction is open");
        }
    }
}
