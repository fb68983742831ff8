package tuanju.operator;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditEntry;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Plain;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.Phone;
import tuanju.membership.Membership;
import tuanju.membership.Memberships;

/** All that an operator reads of one member: their account, where they belong, and what was done to it. */
@Component
@RequiredArgsConstructor
class MemberFiles {

    private static final int LONGEST_REASON = 200;
    private static final int ENTRIES = 50;

    private final Members members;
    private final Memberships memberships;
    private final Communities communities;
    private final AuditTrail audit;

    /** What is on file. */
    record File(Members.Account account, List<Belongs> belongs, List<AuditEntry> acts, Map<String, String> actors) {}

    /** A community, and as what they belong to it. */
    record Belongs(CommunityCard community, Membership membership) {}

    /** Refuses with NotFound. */
    File of(MemberId member) {
        var account = members.account(member);
        var belongs = memberships.of(member).stream()
                .map(it -> new Belongs(communities.get(it.community()), it))
                .toList();
        var acts = audit.about(subject(member), ENTRIES);
        var actors =
                members
                        .cards(acts.stream()
                                .map(it -> new MemberId(it.actor()))
                                .distinct()
                                .toList())
                        .values()
                        .stream()
                        .collect(Collectors.toMap(it -> it.id().value().toString(), it -> it.name()));
        return new File(account, belongs, acts, actors);
    }

    /** Their phone in full, which is written down with the reason. Refuses with Invalid no reason, with NotFound no proven phone. */
    @Transactional
    public Phone reveal(MemberId member, MemberId by, String typed) {
        var reason = Plain.legible(Plain.text("reason", typed)).strip();
        if (reason.isEmpty()) {
            throw new Invalid("reason", "field-missing");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new Invalid("reason", "text-too-long", LONGEST_REASON);
        }
        var phone = members.provenPhone(member).orElseThrow(NotFound::new);
        audit.record(by.value(), "phone.revealed", subject(member), reason);
        return phone;
    }

    private static String subject(MemberId member) {
        return "member " + member.value();
    }
}
