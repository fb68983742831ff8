package tuanju.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A page for a stranger beside a select of the rows it is about")
class PagesBench {

    private static final int CLIENTS = 16;
    private static final int VIEWS = 1_500;

    private static final String TEAM = """
            select t.code, o.code, t.price_fen, t.size, t.seats_taken, t.seats_paid, t.status, t.deadline, s.spec
            from team t join team_offer o on o.community_id = t.community_id and o.id = t.offer_id
                join sku s on s.community_id = t.community_id and s.id = t.sku_id
            where t.code = ? and t.community_id = (select id from community where short_code = left(?, 4))
            """;

    private static final String OFFER = """
            select o.code, o.price_fen, o.size, o.ends_at, p.name, p.description, p.pictures, s.spec, s.price_fen
            from team_offer o join product p on p.community_id = o.community_id and p.id = o.product_id
                join sku s on s.community_id = o.community_id and s.id = o.sku_id
            where o.code = ? and o.community_id = (select id from community where short_code = left(?, 4))
            """;

    private static final String OFFERS = """
            select o.code, o.price_fen, o.size, p.name, p.pictures, s.spec, s.price_fen
            from team_offer o join product p on p.community_id = o.community_id and p.id = o.product_id
                join sku s on s.community_id = o.community_id and s.id = o.sku_id
            where o.community_id = (select id from community where short_code = ?) and o.status = 'OPEN' and o.ends_at > now()
            order by o.created_at desc, o.id desc limit 20
            """;

    private static final String CYCLE = """
            select c.code, c.title, c.status, c.cut_off, p.name, p.spec, p.price_fen, p.quantity_limit, p.taken, p.picture
            from order_cycle c join cycle_product p on p.community_id = c.community_id and p.cycle_id = c.id
            where c.code = ? and c.community_id = (select id from community where short_code = left(?, 4))
            order by p.position
            """;

    private final Market market = Market.open();

    @Test
    void ofATeam() {
        var team = new Joining(market).spread(5).getFirst().team();
        compare("team page", "/t/" + team, TEAM, team, team);
    }

    @Test
    void ofAnOffer() {
        var offer = market.offers().getFirst();
        compare("offer page", "/o/" + offer, OFFER, offer, offer);
    }

    @Test
    void ofACommunity() {
        compare("home page", "/", OFFERS, market.offers().getFirst().substring(0, 4));
    }

    @Test
    void ofACycle() {
        var cycle = new CycleDay(market).open().code();
        compare("cycle page", "/c/" + cycle, CYCLE, cycle, cycle);
    }

    private void compare(String work, String path, String select, String... parameters) {
        var views = Collections.nCopies(VIEWS, path);
        Clients.run(CLIENTS, this::visitor, views);
        var both = Comparison.of(
                work + ", " + CLIENTS + " clients",
                () -> Clients.run(CLIENTS, this::visitor, views),
                () -> Clients.run(CLIENTS, () -> new Selecting(market.session(), select, parameters), views));

        assertThat(both.program()).allMatch(it -> it.done() == VIEWS);
    }

    private Clients.Hand<String> visitor() {
        var caller = market.caller();
        return new Clients.Hand<>() {
            @Override
            public boolean does(String path) {
                return caller.get(path, null).isDone(200);
            }

            @Override
            public void close() {
                caller.close();
            }
        };
    }

    private record Selecting(Connection session, PreparedStatement select) implements Clients.Hand<String> {

        Selecting(Connection session, String select, String... parameters) {
            this(session, prepare(session, select, parameters));
        }

        private static PreparedStatement prepare(Connection session, String select, String... parameters) {
            try {
                var prepared = session.prepareStatement(select);
                for (int i = 0; i < parameters.length; i++) {
                    prepared.setString(i + 1, parameters[i]);
                }
                return prepared;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean does(String path) {
            try (var rows = select.executeQuery()) {
                return rows.next();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            Market.end(session);
        }
    }
}
