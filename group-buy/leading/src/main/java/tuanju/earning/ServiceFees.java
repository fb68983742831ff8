package tuanju.earning;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Percentage;
import tuanju.price.LeaderFees;

/** The share leaders get in each community, and since when; 10 % where nobody has said otherwise. */
@Component
@RequiredArgsConstructor
class ServiceFees implements LeaderFees {

    static final Percentage USUAL = Percentage.ofPercent(10);
    private static final int LOWEST = 500;
    private static final int HIGHEST = 1_500;

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    /** A rate and the moment from which it holds. */
    record Rate(Instant since, Percentage share) {
        /** 10, or 7.5. */
        public String percent() {
            return percentOf(share);
        }
    }

    /** All rates of a community. */
    record Rates(List<Rate> newestFirst) {
        Rates {
            newestFirst = List.copyOf(newestFirst);
        }

        /** What holds for an order placed now. */
        Percentage now() {
            return newestFirst.isEmpty() ? USUAL : newestFirst.getFirst().share();
        }

        /** What held when an order was placed. */
        Percentage at(Instant placed) {
            return newestFirst.stream()
                    .filter(rate -> !rate.since().isAfter(placed))
                    .map(Rate::share)
                    .findFirst()
                    .orElse(USUAL);
        }
    }

    /** 10, or 7.5: at most two decimals. Refuses with Invalid what is no share. */
    static Percentage typed(String percent) {
        var typed = percent.strip();
        if (!typed.matches("[0-9]{1,2}(\\.[0-9]{1,2})?")) {
            throw outside();
        }
        return new Percentage(new BigDecimal(typed).movePointRight(2).intValueExact());
    }

    static String percentOf(Percentage share) {
        return BigDecimal.valueOf(share.basisPoints(), 2).stripTrailingZeros().toPlainString();
    }

    @Transactional(readOnly = true)
    public Rates of(CommunityId community) {
        return new Rates(jdbc.sql("""
                        select since, basis_points from service_fee_rate where community_id = :community
                        order by since desc
                        """)
                .param("community", community.value())
                .query(ServiceFees::rate)
                .list());
    }

    @Override
    @Transactional(readOnly = true)
    public Percentage feeNow(CommunityId community) {
        return of(community).now();
    }

    @Override
    @Transactional(readOnly = true)
    public Percentage feeAt(CommunityId community, Instant placed) {
        return of(community).at(placed);
    }

    /** Sets the share for orders placed from now on. Refuses with Invalid what is not between 5 % and 15 %. */
    @Transactional
    public void set(CommunityId community, Percentage share, MemberId by) {
        check(share);
        jdbc.sql("insert into service_fee_rate (community_id, basis_points, set_by) values (?, ?, ?)")
                .params(community.value(), share.basisPoints(), by.value())
                .update();
        audit.record(by.value(), "service-fee.set", "community " + community.value(), share.basisPoints() + " bp");
    }

    static void check(Percentage share) {
        if (share.basisPoints() < LOWEST || share.basisPoints() > HIGHEST) {
            throw outside();
        }
    }

    private static Invalid outside() {
        return new Invalid("percent", "service-fee-between", LOWEST / 100, HIGHEST / 100);
    }

    private static Rate rate(ResultSet row, int number) throws SQLException {
        return new Rate(
                row.getObject("since", OffsetDateTime.class).toInstant(), new Percentage(row.getInt("basis_points")));
    }
}
