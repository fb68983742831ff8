package tuanju.conduct;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.table.Table;

/** The queue of cases, what should be decided first on top. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class Queue {

    private final JdbcClient jdbc;
    private final Communities communities;

    /** A page, and one more where more follow. Refuses with Invalid what cannot be asked for. */
    List<Case> page(CasesAsked asked, @Nullable Collection<CommunityId> within, int limit) {
        return sift(asked, within).rows(jdbc, Case.COLUMNS, asked.look(), limit, Case::read);
    }

    List<Case> among(CasesAsked asked, Collection<UUID> ids) {
        return sift(asked, null).among(jdbc, Case.COLUMNS, ids, Case::read);
    }

    Table.@Nullable Sums count(CasesAsked asked, @Nullable Collection<CommunityId> within) {
        return sift(asked, within).sums(jdbc, "0", "all".equals(asked.sum()));
    }

    private Table.Sift sift(CasesAsked asked, @Nullable Collection<CommunityId> within) {
        return new Table.Sift("conduct_case c", "c.id", Map.of("due", "c.due_at"))
                .where(asked.condition())
                .where(
                        "c.community_id = :community",
                        "community",
                        communities.pickedId(asked.look().picked("community")))
                .where(
                        "c.community_id = any(:within)",
                        "within",
                        within == null
                                ? null
                                : within.stream().map(CommunityId::value).toArray(UUID[]::new));
    }
}
