package tuanju.note.order;

import java.util.Collection;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.conduct.WrittenThings.Hiding;

/** Hides and shows what stands in a table, by its codes and the communities these begin with. */
@Component
@RequiredArgsConstructor
class WrittenRows {

    private static final String THESE =
            " where (t.community_id, t.code) in (select * from unnest(:communities::uuid[], :codes::text[]))";

    private final JdbcClient jdbc;
    private final Communities communities;

    JdbcClient.StatementSpec of(JdbcClient.StatementSpec statement, Collection<Code> codes) {
        return statement
                .param(
                        "communities",
                        codes.stream()
                                .map(it -> communities.of(it).id().value())
                                .toArray(UUID[]::new))
                .param("codes", codes.stream().map(Code::value).toArray(String[]::new));
    }

    /** What somebody decided stays hidden by that. */
    void hide(String table, Collection<Code> codes, Hiding how) {
        var by = how.by();
        of(jdbc.sql("""
                        update %s t set hidden_at = coalesce(t.hidden_at, now()), hidden_by = coalesce(t.hidden_by, :by::uuid),
                            hidden_reason = coalesce(t.hidden_reason, :why)
                        """.formatted(table) + THESE), codes)
                .param("by", by == null ? null : by.value())
                .param("why", how.why())
                .update();
    }

    /** What another decision than this one hid stays hidden. */
    void show(String table, Collection<Code> codes, @Nullable Hiding overruled) {
        var by = overruled == null ? null : overruled.by();
        of(
                        jdbc.sql(("update %s t set hidden_at = null, hidden_by = null, hidden_reason = null" + THESE
                                        + " and t.hidden_at is not null and (t.hidden_by is null"
                                        + " or t.hidden_by = :by::uuid and t.hidden_reason = :why)")
                                .formatted(table)),
                        codes)
                .param("by", by == null ? null : by.value())
                .param("why", overruled == null ? null : overruled.why())
                .update();
    }
}
