package tuanju.database;

import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps calls to other servers out of transactions: a slow answer must never hold a row lock or a connection. Every HTTP
 * client carries it, in production too.
 */
public final class OutsideTransaction implements ClientHttpRequestInterceptor {

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        require();
        return execution.execute(request, body);
    }

    /** Refuses to go on inside a transaction: the program is wrong, not its user. */
    public static void require() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Another server must not be called while a transaction is open");
        }
    }
}
