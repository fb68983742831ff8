package tuanju.payment.cases;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.money.Money;

/** The list of money matters that wait for a person; operators read it. */
@Slf4j
@Component
@RequiredArgsConstructor
public class ExceptionCases {

    private static final int LONGEST_DETAIL = 300;

    private final JdbcClient jdbc;

    /** The newest cases of all communities, at most this many. */
    @Transactional(readOnly = true)
    public List<ExceptionCase> newest(int limit) {
        return jdbc.sql("select * from exception_case order by opened_at desc, id desc limit ?")
                .param(limit)
                .query(ExceptionCase::read)
                .list();
    }

    /** Opens a case, once per kind and reference, and raises the alarm. */
    @Transactional
    public void open(CommunityId community, Matter matter) {
        var detail = matter.detail();
        int opened = jdbc.sql("""
                        insert into exception_case (community_id, id, kind, provider, reference, capture_id, order_id,
                            amount_fen, detail)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint exception_case_once do nothing
                        """)
                .params(community.value(), Ids.next(), matter.kind().name(), matter.provider(), matter.reference())
                .param(matter.capture())
                .param(matter.order())
                .params(matter.amount().fen(), detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)))
                .update();
        if (opened == 1) {
            log.error("Money waits for a person: {} {} {}", matter.kind(), matter.provider(), matter.reference());
        }
    }

    /** What a case is about. */
    public record Matter(
            ExceptionCase.Kind kind,
            String provider,
            String reference,
            @Nullable UUID capture,
            @Nullable UUID order,
            Money amount,
            String detail) {}
}
