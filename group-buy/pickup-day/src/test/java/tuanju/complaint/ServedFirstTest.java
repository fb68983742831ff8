package tuanju.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.ModuleTest;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.pickup.PickupNeighbourhood;

@ModuleTest
@DisplayName("Whose complaints are looked at first")
class ServedFirstTest {

    private static final int PAGE = 5;

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    ServingFirst first;

    @Autowired
    ComplaintLists lists;

    @Autowired
    JdbcClient jdbc;

    private final List<UUID> made = new ArrayList<>();

    @AfterEach
    void putBack() {
        made.forEach(it -> jdbc.sql("""
            update complaint set status = 'DECLINED', decided_by = ?, decided_at = now(), answer = '看过了' where id = ?
            """).params(UUID.randomUUID(), it).update());
    }

    @Test
    @DisplayName("they stand before all others and not only on their own page, and each stands once")
    void beforeAllOthers() {
        var home = neighbourhood.found().community().id().value();
        var patient = new MemberId(UUID.randomUUID());
        var served = new MemberId(UUID.randomUUID());
        first.serve(served);
        for (int at = 0; at < 3 * PAGE; at++) {
            report(home, at % PAGE == 4 ? served : patient);
        }

        var seen = new ArrayList<ComplaintCard>();
        @Nullable UUID after = null;
        List<ComplaintCard> page;
        do {
            page = lists.page(true, after, PAGE);
            seen.addAll(page);
            after = page.isEmpty() ? after : page.getLast().id();
        } while (!page.isEmpty());

        var here =
                seen.stream().filter(it -> it.community().value().equals(home)).toList();
        assertThat(here).extracting(ComplaintCard::id).containsExactlyInAnyOrderElementsOf(made);
        assertThat(here)
                .extracting(ComplaintCard::reporter)
                .startsWith(served, served, served)
                .endsWith(patient);
        assertThat(here.subList(0, 3))
                .isSortedAccordingTo((one, other) -> one.id().compareTo(other.id()));
    }

    private void report(UUID community, MemberId by) {
        var id = Ids.next();
        jdbc.sql("""
            insert into complaint (community_id, id, order_id, order_code, product_name, spec, kind, pieces, asked_fen, reported_by,
                status, by_buyer)
            values (:community, :id, :order, 'AAAA0000000000', '鸡蛋', '30枚', 'SHORT', 1, 100, :by, 'WAITING', true)
            """)
                .param("community", community)
                .param("id", id)
                .param("order", UUID.randomUUID())
                .param("by", by.value())
                .update();
        made.add(id);
    }
}
