package tuanju.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Requests and work in the background have connections of their own, so that neither starves the other: a request gives up
 * soon, work in the background waits and may take long.
 */
final class TwoPools extends DelegatingDataSource {

    private final DataSource requests;
    private final DataSource background;

    TwoPools(DataSource requests, DataSource background) {
        super(requests);
        this.requests = requests;
        this.background = background;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var visit = Visit.current();
        return visit == null ? background.getConnection() : visit.connection(requests);
    }
}
