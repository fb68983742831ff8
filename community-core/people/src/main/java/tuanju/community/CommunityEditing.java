package tuanju.community;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.member.MemberId;

/** An operator founds communities and says what they are called; everything is audited. */
@Component
@RequiredArgsConstructor
public class CommunityEditing {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_PLACE = 80;

    private final Communities communities;
    private final CommunityRows rows;
    private final PickupPoints points;
    private final Directory directory;
    private final AuditTrail audit;

    /** Founds a community. Refuses with Invalid a name that is missing or too long. */
    @Transactional
    public CommunityCard found(String name, String place, MemberId by) {
        var card = communities.found(name, place);
        audit.record(by.value(), "community.founded", subject(card.id()), card.name());
        return card;
    }

    /** Renames a community. Refuses like found, and one that is unknown with NotFound. */
    @Transactional
    public void rename(CommunityId id, String name, String place, MemberId by) {
        var title = Lines.required("name", name, LONGEST_NAME);
        var where = Lines.optional("place", place, LONGEST_PLACE);
        var row = rows.findById(id.value()).orElseThrow(NotFound::new);
        var before = row.card();
        row.rename(title, where);
        audit.record(by.value(), "community.renamed", subject(id), before.name() + " → " + title);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                directory.changed();
            }
        });
    }

    /** Opens a pickup point for a leader of this community. Refuses somebody who does not lead here with NotFound. */
    @Transactional
    public PickupPointCard openPoint(CommunityId id, MemberId leader, PickupPlace place, MemberId by) {
        var point = points.open(id, leader, place);
        audit.record(by.value(), "pickup-point.opened", subject(id), point.name());
        return point;
    }

    /** New orders can no longer choose this point; its leader may open it again. Refuses with NotFound. */
    @Transactional
    public void closePoint(CommunityId id, UUID point, MemberId by) {
        var card = points.get(id, point);
        points.close(id, point, card.leader());
        audit.record(by.value(), "pickup-point.closed", subject(id), card.name());
    }

    private static String subject(CommunityId id) {
        return "community " + id.value();
    }
}
