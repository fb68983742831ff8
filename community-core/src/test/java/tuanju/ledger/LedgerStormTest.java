package tuanju.ledger;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LedgerStormTest extends LedgerStorm {

    @Test
    @DisplayName("R-12 of two reversals at once exactly one succeeds, on a small scale")
    void ofTwoReversalsAtOnceExactlyOneSucceeds() throws Exception {
        exactlyOneReversalOfEachSucceeds(60);
    }
}
