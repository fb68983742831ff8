package tuanju.link.click;

import org.springframework.stereotype.Component;
import tuanju.consent.AskedPurpose;

/** What members are asked to consent to here: that their browser is recognised for 90 days by a random number. */
@Component
class BrowserConsent implements AskedPurpose {

    static final String PURPOSE = "link-browser";

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public int version() {
        return 1;
    }
}
