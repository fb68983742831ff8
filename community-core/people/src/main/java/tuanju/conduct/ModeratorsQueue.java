package tuanju.conduct;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.membership.Membership;
import tuanju.membership.Memberships;
import tuanju.membership.Role;

/** The queue of the communities somebody moderates; for who moderates none it is not there. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class ModeratorsQueue {

    private final Queue queue;
    private final CaseRows rows;
    private final Memberships memberships;

    /** A page; next is null at the end. */
    record Page(List<Case> shown, @Nullable UUID next) {}

    /** Refuses with NotFound who moderates nowhere, with Invalid what cannot be asked for. */
    Page page(MemberId member, CasesAsked asked) {
        var found = queue.page(asked, here(member), CasesAsked.PAGE + 1);
        var shown = found.stream().limit(CasesAsked.PAGE).toList();
        return new Page(shown, found.size() > CasesAsked.PAGE ? shown.getLast().id() : null);
    }

    /** Refuses with NotFound a case of elsewhere. */
    Case find(MemberId member, UUID id) {
        var here = here(member);
        return rows.find(id).filter(it -> here.contains(it.community())).orElseThrow(NotFound::new);
    }

    boolean isOf(MemberId member) {
        return !moderated(member).isEmpty();
    }

    private Set<CommunityId> here(MemberId member) {
        var here = moderated(member);
        if (here.isEmpty()) {
            throw new NotFound();
        }
        return here;
    }

    private Set<CommunityId> moderated(MemberId member) {
        return memberships.of(member).stream()
                .filter(it -> it.role() == Role.MODERATOR)
                .map(Membership::community)
                .collect(Collectors.toSet());
    }
}
