package tuanju.payment.providers;

import tuanju.command.Refusal;

/** The payment provider does not answer, or not in a way that can be trusted; the same call may be made again. */
public final class ProviderUnavailable extends Refusal {
    public ProviderUnavailable() {
        super(503, "provider-unavailable");
    }
}
