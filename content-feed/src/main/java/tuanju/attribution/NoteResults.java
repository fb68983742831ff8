package tuanju.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.attribution.NoteResult.Together;
import tuanju.attribution.TouchRows.Counted;
import tuanju.card.Viewer;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.note.Notes;
import tuanju.note.Notes.Part;
import tuanju.order.dues.Dues;
import tuanju.order.dues.OrderDues;

/** What somebody's notes did, a page of them: a few statements, however many orders came by them. */
@Component
@RequiredArgsConstructor
class NoteResults {

    static final int PAGE = 50;

    private final Notes notes;
    private final TouchRows rows;
    private final OrderDues dues;
    private final Communities communities;

    /**
     * Fifty notes, the newest first.
     *
     * @param topics what those of one topic did together, the most read first; a note of two topics is in both
     * @param next the last one here where more follow
     */
    record Results(
            List<NoteResult> notes,
            Together all,
            List<Together> topics,
            @Nullable Code next) {}

    @Transactional(readOnly = true)
    Results of(MemberId author, @Nullable Code after) {
        var found = notes.by(author, new Viewer(author), new Part(after, PAGE + 1));
        var shown = found.stream().limit(PAGE).toList();
        var codes = shown.stream().map(it -> it.code()).toList();
        var homes = shown.stream()
                .map(it -> it.code().communityShortCode())
                .distinct()
                .flatMap(it -> communities.find(it).stream())
                .map(it -> it.id())
                .toList();
        var counts = codes.isEmpty() ? Map.<Code, Counted>of() : rows.counts(homes, codes);
        var came = codes.isEmpty() ? List.<Credit.Came>of() : rows.came(homes, codes);
        var paid = paid(came);
        var credits = Credit.of(came, it -> paid.getOrDefault(it, Money.ZERO));
        var results = shown.stream()
                .map(it -> new NoteResult(
                        it,
                        counts.getOrDefault(it.code(), Counted.NOTHING),
                        credits.getOrDefault(it.code(), Credit.NONE)))
                .toList();
        return new Results(
                results,
                together("", results, came, paid),
                topics(results, came, paid),
                found.size() > PAGE ? codes.getLast() : null);
    }

    /** An order that came by two of them is one order here. */
    private static Together together(
            String name, List<NoteResult> some, List<Credit.Came> came, Map<UUID, Money> paid) {
        var codes = some.stream().map(it -> it.note().code()).collect(Collectors.toSet());
        var theirs = came.stream()
                .filter(it -> it.notes().stream().anyMatch(codes::contains))
                .toList();
        int paidOrders = (int) theirs.stream()
                .filter(it -> !paid.getOrDefault(it.order(), Money.ZERO).isZero())
                .count();
        return Together.of(name, some, theirs.size(), paidOrders);
    }

    private static List<Together> topics(List<NoteResult> results, List<Credit.Came> came, Map<UUID, Money> paid) {
        var byTopic = new TreeMap<String, List<NoteResult>>();
        results.forEach(it -> it.note()
                .topics()
                .forEach(topic -> byTopic.computeIfAbsent(topic, none -> new ArrayList<>())
                        .add(it)));
        return byTopic.entrySet().stream()
                .map(it -> together(it.getKey(), it.getValue(), came, paid))
                .sorted(Comparator.comparing((Together it) -> it.counted().reads())
                        .reversed())
                .toList();
    }

    private Map<UUID, Money> paid(List<Credit.Came> came) {
        var paid = new HashMap<UUID, Money>();
        came.stream()
                .collect(Collectors.groupingBy(
                        Credit.Came::community, Collectors.mapping(Credit.Came::order, Collectors.toList())))
                .forEach((CommunityId community, List<UUID> orders) ->
                        dues.of(community, orders).forEach((UUID order, Dues due) -> paid.put(order, due.paid())));
        return paid;
    }
}
