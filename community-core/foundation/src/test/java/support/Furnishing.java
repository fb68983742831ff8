package support;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What a wing puts into every test database before any context starts; found as a service. */
public interface Furnishing {

    void furnish(JdbcClient template);
}
