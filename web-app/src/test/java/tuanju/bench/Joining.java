package tuanju.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import tuanju.bench.Market.Neighbour;

/** Free seats in open teams, and the two ways to take one: over HTTP, and by one call of a function in the database. */
final class Joining {

    private static final int FREE_SEATS = 9;

    private final Market market;

    Joining(Market market) {
        this.market = market;
    }

    /** A seat that is free, and who takes it. */
    record Seat(String team, Neighbour buyer) {}

    /** Seats of teams of all offers: who comes next joins another team and takes other goods. */
    List<Seat> spread(int many) {
        var teams = open(market.offers(), many);
        return IntStream.range(0, many)
                .mapToObj(it -> new Seat(teams.get(it % teams.size()), market.somebody()))
                .toList();
    }

    /** Seats of teams of one offer, one team after the other: everybody wants the same team and the same goods. */
    List<Seat> hot(int many) {
        var teams = open(market.offers().subList(0, 1), many);
        return IntStream.range(0, many)
                .mapToObj(it -> new Seat(teams.get(it / FREE_SEATS), market.somebody()))
                .toList();
    }

    private List<String> open(List<String> offers, int seats) {
        try (var caller = market.caller()) {
            return IntStream.rangeClosed(0, seats / FREE_SEATS)
                    .mapToObj(it -> "/api/v1/team-offers/" + offers.get(it % offers.size()) + "/teams")
                    .map(it -> caller.post(it, market.somebody().token(), wish())
                            .must(201)
                            .<String>read("$.team.code"))
                    .toList();
        }
    }

    private String wish() {
        return "{\"quantity\":1,\"whenFull\":\"REFUND\",\"pickupPoint\":\"%s\"}".formatted(market.point());
    }

    /** Over HTTP. */
    Clients.Hand<Seat> caller() {
        var caller = market.caller();
        var wish = wish();
        return new Clients.Hand<>() {
            @Override
            public boolean does(Seat seat) {
                return caller.post(
                                "/api/v1/teams/" + seat.team() + "/seats",
                                seat.buyer().token(),
                                wish)
                        .isDone(201);
            }

            @Override
            public void close() {
                caller.close();
            }
        };
    }

    /** By one call of a function that sends the program's own statements. */
    Clients.Hand<Seat> oneCall() {
        try {
            return new OneCall(market.session(), UUID.fromString(market.point()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private record OneCall(Connection session, CallableStatement call, UUID point) implements Clients.Hand<Seat> {

        OneCall(Connection session, UUID point) throws SQLException {
            this(session, session.prepareCall("select bench.join_team(?, ?, ?, ?)"), point);
        }

        @Override
        public boolean does(Seat seat) {
            try {
                call.setBytes(1, hash(seat.buyer().token()));
                call.setString(2, seat.team());
                call.setObject(3, point);
                call.setString(4, UUID.randomUUID().toString());
                return call.execute();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static byte[] hash(String token) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            Market.end(session);
        }
    }
}
