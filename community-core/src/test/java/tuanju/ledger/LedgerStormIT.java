package tuanju.ledger;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LedgerStormIT extends LedgerStorm {

    @Test
    @DisplayName("R-12 500 transfers, each reversed twice by 20 workers: 500 succeed, 500 are refused")
    void ofTwoReversalsAtOnceExactlyOneSucceeds() throws Exception {
        exactlyOneReversalOfEachSucceeds(500);
    }
}
