package tuanju.link.click;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.consent.Consents;
import tuanju.member.MemberId;

/** Whether two accounts are used in one browser, as far as both allow that theirs is recognised. */
@Component
@RequiredArgsConstructor
public class SharedBrowsers {

    private final BrowserRows rows;
    private final Consents consents;

    @Transactional(readOnly = true)
    public boolean haveBoth(MemberId one, MemberId other) {
        return rows.isShared(one, other) && mayBeAsked(one) && mayBeAsked(other);
    }

    /** Taken back, it counts from that moment, whatever was written down before. */
    private boolean mayBeAsked(MemberId member) {
        var said = consents.of(member, BrowserConsent.PURPOSE);
        return said.given() == null || said.isGiven();
    }
}
