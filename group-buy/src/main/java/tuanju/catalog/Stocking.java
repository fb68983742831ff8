package tuanju.catalog;

import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** An operator counts goods: always by what came or went, so that orders placed meanwhile are not lost. */
@Component
public class Stocking {

    /**
     * Adds pieces that came, or with a negative number takes away pieces that went bad; written to the audit trail.
     * Stock that was not counted starts from zero. Refuses with StillReserved (409) to take away what orders hold.
     */
    public void adjust(CommunityId community, SkuId sku, int pieces, MemberId by) {
        throw new UnsupportedOperationException();
    }

    /** Stops counting: as many as are ordered can be had. */
    public void stopCounting(CommunityId community, SkuId sku, MemberId by) {
        throw new UnsupportedOperationException();
    }
}
