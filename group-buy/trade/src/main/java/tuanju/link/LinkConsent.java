package tuanju.link;

import org.springframework.stereotype.Component;
import tuanju.consent.AskedPurpose;

/** What members are asked to consent to here: that their browser remembers for 30 days by which link they came. */
@Component
class LinkConsent implements AskedPurpose {

    static final String PURPOSE = "link-memory";
    static final int VERSION = 1;

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public int version() {
        return VERSION;
    }
}
