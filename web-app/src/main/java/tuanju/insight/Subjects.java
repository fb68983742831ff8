package tuanju.insight;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.audit.AuditEntry;
import tuanju.catalog.Catalog;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.MemberId;
import tuanju.member.Members;

/** Finds the names of what the trail is about: people, communities, goods. */
@Component
@RequiredArgsConstructor
class Subjects {

    private final Members members;
    private final Communities communities;
    private final Catalog catalog;

    /** What these entries say by id, in their subjects and details, by what is written there; a few queries for all. */
    Map<String, Subject> of(List<AuditEntry> entries) {
        var subjects = entries.stream()
                .flatMap(entry -> Stream.of(entry.subject(), entry.detail()))
                .distinct()
                .map(Subject::of)
                .toList();
        var names = names(subjects.stream().flatMap(it -> it.id().stream()).toList());
        return subjects.stream()
                .map(it -> it.named(it.id().map(names::get).orElse(null)))
                .collect(Collectors.toMap(Subject::written, Function.identity()));
    }

    private Map<UUID, String> names(Collection<UUID> ids) {
        var all = communities.all();
        var names =
                new HashMap<>(catalog.names(all.stream().map(CommunityCard::id).toList(), ids));
        all.forEach(it -> names.put(it.id().value(), it.name()));
        members.cards(ids.stream().map(MemberId::new).toList())
                .forEach((member, card) -> names.put(member.value(), card.name()));
        return names;
    }
}
