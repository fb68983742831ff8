package tuanju.teambuy.offering;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.catalog.Catalog;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.teambuy.OfferId;

/** An operator makes and changes team offers; open teams keep what they were opened with. Everything is audited. */
@Component
@RequiredArgsConstructor
@Transactional
public class TeamOfferEditing {

    private final StoredOffers offers;
    private final Catalog catalog;
    private final Communities communities;
    private final AuditTrail audit;
    private final Clock clock;

    /** Makes an offer. Refuses with Invalid a price that is not below the price of buying alone, or an end before the start. */
    public Code create(CommunityId community, OfferForm form, MemberId by) {
        var sku = catalog.sku(community, form.sku());
        var code = communities.nextCode(community);
        var offer = new TeamOffer(community, new OfferId(Ids.next()), code, sku, form, clock.instant());
        offers.save(offer);
        audit.record(by.value(), "offer.create", code.value(), offer.terms());
        return code;
    }

    /** Changes an offer for teams opened from now on; what it sells stays. Refuses like create, with OfferClosed when it has ended, NotFound. */
    public void edit(Code code, OfferForm form, MemberId by) {
        var offer = find(code);
        var before = offer.terms();
        offer.change(catalog.sku(communities.of(code).id(), offer.sku()), form);
        audit.record(by.value(), "offer.edit", code.value(), before + " → " + offer.terms());
    }

    /** No new teams for now. Refuses with OfferClosed when it has ended. */
    public void pause(Code offer, MemberId by) {
        find(offer).pause();
        audit.record(by.value(), "offer.pause", offer.value(), "");
    }

    /** New teams again. Refuses with OfferClosed when it has ended. */
    public void resume(Code offer, MemberId by) {
        find(offer).resume();
        audit.record(by.value(), "offer.resume", offer.value(), "");
    }

    /** No new teams ever again; teams that are open keep their full time. */
    public void end(Code offer, MemberId by) {
        find(offer).end();
        audit.record(by.value(), "offer.end", offer.value(), "");
    }

    private TeamOffer find(Code code) {
        return offers.findByCommunityIdAndCode(communities.of(code).id().value(), code.value())
                .orElseThrow(NotFound::new);
    }
}
