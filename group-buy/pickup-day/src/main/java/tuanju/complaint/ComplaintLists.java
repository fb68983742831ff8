package tuanju.complaint;

import static tuanju.complaint.ComplaintSql.WITH_LEADER;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.secondword.Proposal;

/** Complaints as they are looked at: by order, by cycle, and by who is to answer. */
@Component
@RequiredArgsConstructor
@NamedInterface("rooms")
public class ComplaintLists {

    private static final String WAITING = "where status = 'WAITING' and not (" + WITH_LEADER + ")";

    /** As many as are looked through for whoever is served first. */
    private static final int MOST_WAITING = 2_000;

    private final ComplaintSql sql;
    private final ObjectProvider<Complaints.ServedFirst> served;

    List<ComplaintCard> ofOrders(CommunityId community, Collection<UUID> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        return sql.select("where community_id = :community and order_id in (:orders) order by id")
                .param("community", community.value())
                .param("orders", orders)
                .query(ComplaintSql::card)
                .list();
    }

    /** Of these, which wait and are a buyer's who is served first. */
    public Set<UUID> first(List<ComplaintCard> complaints) {
        var waiting = complaints.stream()
                .filter(it -> it.waiting() && it.byBuyer())
                .collect(Collectors.groupingBy(ComplaintCard::community));
        var first = new HashSet<UUID>();
        waiting.forEach((community, those) -> {
            var reporters = those.stream().map(ComplaintCard::reporter).collect(Collectors.toSet());
            var found = served.stream()
                    .flatMap(it -> it.among(community, reporters).stream())
                    .collect(Collectors.toSet());
            those.stream().filter(it -> found.contains(it.reporter())).forEach(it -> first.add(it.id()));
        });
        return first;
    }

    /** The same complaints, these first, and otherwise in the order in which they were. */
    static List<ComplaintCard> ordered(List<ComplaintCard> complaints, Set<UUID> first) {
        return complaints.stream()
                .sorted(Comparator.comparing(it -> !first.contains(it.id())))
                .toList();
    }

    List<ComplaintCard> ordered(List<ComplaintCard> complaints) {
        return ordered(complaints, first(complaints));
    }

    List<ComplaintCard> ofSource(CommunityId community, UUID source) {
        return sql.select("where community_id = :community and source_id = :source order by id")
                .param("community", community.value())
                .param("source", source)
                .query(ComplaintSql::card)
                .list();
    }

    /**
     * Of all communities: those that wait for an operator, of whoever is served first before all others, the oldest first; or those
     * decided, the newest first.
     */
    List<ComplaintCard> page(boolean waiting, @Nullable UUID after, int most) {
        var where = waiting
                ? WAITING + """
                     and (cast(:after as uuid) is null
                        or (id <> all(:first), id) > (cast(:after as uuid) <> all(:first), cast(:after as uuid)))
                    order by id <> all(:first), id
                    """
                : "where status <> 'WAITING' and (cast(:after as uuid) is null or id < :after) order by id desc";
        return sql.select(where + " limit :most")
                .param("after", after)
                .param("most", most)
                .param("first", waiting ? firstOfAll() : new UUID[0])
                .query(ComplaintSql::card)
                .list();
    }

    /** Of whoever is served first, on whichever page they would stand. */
    private UUID[] firstOfAll() {
        var waiting = sql.select(WAITING + " order by id limit " + MOST_WAITING)
                .query(ComplaintSql::card)
                .list();
        return first(waiting).toArray(UUID[]::new);
    }

    /** What second words are about, of all communities. */
    List<ComplaintCard> all(Collection<Proposal.About> things) {
        if (things.isEmpty()) {
            return List.of();
        }
        return sql.select("where community_id in (:communities) and id in (:ids)")
                .param(
                        "communities",
                        things.stream()
                                .map(it ->
                                        Objects.requireNonNull(it.community()).value())
                                .collect(Collectors.toSet()))
                .param("ids", things.stream().map(Proposal.About::thing).toList())
                .query(ComplaintSql::card)
                .list();
    }

    /** How many wait for an operator. */
    int waiting() {
        return sql.count("status = 'WAITING' and not (" + WITH_LEADER + ")")
                .query(Integer.class)
                .single();
    }

    /** Since when the one that waits longest for an operator has; empty where none does. */
    Optional<Instant> waitingSince() {
        return sql.oldest("status = 'WAITING' and not (" + WITH_LEADER + ")")
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** How many wait for this leader. */
    int waitingFor(MemberId leader) {
        return sql.count("leader_id = :leader and status = 'WAITING' and " + WITH_LEADER)
                .param("leader", leader.value())
                .query(Integer.class)
                .single();
    }

    /** What was reported to this leader's desks: first what waits for them, the oldest first; then the newest. */
    List<ComplaintCard> ofLeader(MemberId leader, int most) {
        return sql.select("""
            where leader_id = :leader
            order by case when status = 'WAITING' and %s then id end, id desc
            limit :most
            """.formatted(WITH_LEADER))
                .param("leader", leader.value())
                .param("most", most)
                .query(ComplaintSql::card)
                .list();
    }
}
