package tuanju.commission.watch;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.commission.watch.Bringing.Pair;
import tuanju.commission.watch.Bringing.Tree;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Reads from the sales who brought whom. Only this report follows more than one step, and nobody is paid by it. */
@Component
@RequiredArgsConstructor
class BringingReport {

    private static final int MOST = 50;

    private static final String EDGE = """
        edge as (
            select distinct community_id, referrer_id as first, buyer_id as next from commission
            where review is distinct from 'REFUSED')
        """;

    private final JdbcClient jdbc;

    /** At most 50 of each, the largest first; chains are followed over twelve people. */
    @Transactional(readOnly = true)
    public Bringing now() {
        var trees = trees();
        return new Bringing(
                people(),
                trees.stream().filter(it -> it.depth() >= Bringing.CHAIN).toList(),
                trees.stream().filter(it -> it.people() >= Bringing.TREE).toList(),
                pairs());
    }

    private int people() {
        return jdbc.sql("with " + EDGE + """
            select count(distinct person) from edge cross join lateral (values (edge.first), (edge.next)) as it (person)
            """).query(Integer.class).single();
    }

    private List<Tree> trees() {
        return jdbc.sql("with recursive " + EDGE + """
            , tree as (
                select distinct e.community_id, e.first as root, e.first as person, 1 as depth from edge e
                where not exists (select from edge u where u.community_id = e.community_id and u.next = e.first)
                union
                select t.community_id, t.root, e.next, t.depth + 1 from tree t
                join edge e on e.community_id = t.community_id and e.first = t.person
                where t.depth < 12)
            select community_id, root, count(distinct person) as people, max(depth) as depth from tree
            group by community_id, root having max(depth) >= :chain or count(distinct person) >= :tree
            order by people desc, depth desc, root limit :most
            """)
                .param("chain", Bringing.CHAIN)
                .param("tree", Bringing.TREE)
                .param("most", MOST)
                .query((row, number) -> new Tree(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        new MemberId(row.getObject("root", UUID.class)),
                        row.getInt("people"),
                        row.getInt("depth")))
                .list();
    }

    private List<Pair> pairs() {
        return jdbc.sql("with " + EDGE + """
            select a.community_id, a.first, a.next from edge a
            join edge b on b.community_id = a.community_id and b.first = a.next and b.next = a.first
            where a.first < a.next order by a.first, a.next limit :most
            """)
                .param("most", MOST)
                .query((row, number) -> new Pair(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        new MemberId(row.getObject("first", UUID.class)),
                        new MemberId(row.getObject("next", UUID.class))))
                .list();
    }
}
