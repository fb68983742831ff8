package tuanju.insight;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where the rows behind a number are: some days, of one community or all.
 *
 * @param community its short code; null for all together
 */
record Behind(LocalDate from, LocalDate to, @Nullable String community) {

    static Behind of(Scope scope, Asked asked) {
        return new Behind(
                scope.period().from(), scope.period().to(), scope.community() == null ? null : asked.community());
    }

    public Behind on(LocalDate day) {
        return new Behind(day, day, community);
    }

    /** As many days just before. */
    public Behind before() {
        var period = new SalesPeriod(from, to).previous();
        return new Behind(period.from(), period.to(), community);
    }

    public String sales() {
        return days(SoldAsked.PATH).encode().toUriString();
    }

    /** Those of one leader, one community or one product. */
    public String sales(Ranking.Row row) {
        var address = days(SoldAsked.PATH);
        if (row.rows() != null) {
            var parts = row.rows().split("=", 2);
            address.replaceQueryParam(parts[0], parts[1]);
        }
        return address.encode().toUriString();
    }

    /** One sale of each buyer: their first ever ("new"), or their last of these days ("each"). */
    public String people(String which) {
        return days(SoldAsked.PATH).queryParam("people", which).encode().toUriString();
    }

    public String refunds() {
        return span("/operate/refunds", "done").encode().toUriString();
    }

    public String teams() {
        return span("/operate/teams", "ended").encode().toUriString();
    }

    public String teams(String state) {
        return span("/operate/teams", "ended")
                .queryParam("state", state)
                .encode()
                .toUriString();
    }

    /** What is behind a number of this name, as tiles and columns call it. */
    public String number(String name) {
        return switch (name) {
            case "buyers" -> people("each");
            case "newBuyers" -> people("new");
            case "refunds", "refundRate", "refunded" -> refunds();
            case "success" -> teams();
            case "formed" -> teams("FORMED");
            case "lapsed" -> teams("LAPSED");
            default -> sales();
        };
    }

    private UriComponentsBuilder days(String path) {
        return here(path).queryParam("from", from).queryParam("to", to);
    }

    private UriComponentsBuilder span(String path, String name) {
        return here(path).queryParam(name, from + ".." + to);
    }

    private UriComponentsBuilder here(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        if (community != null) {
            address.queryParam("community", community);
        }
        return address;
    }
}
