package tuanju.sandbox;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON that goes over the wire to and from the sandbox provider. Amounts in fen, currency CNY. */
public final class SandboxWire {

    public static final String CURRENCY = "CNY";

    private SandboxWire() {}

    /** Opens a charge; the paths are on the address that the merchant and the provider share. */
    public record ChargeRequest(String code, String title, long amountFen, String notifyPath, String returnPath) {}

    /**
     * How a charge stands.
     *
     * @param status OPEN, PAID, FAILED or CLOSED
     * @param qrContent what a phone scans to pay it
     * @param inChat what the demo chat's own payment is called with
     * @param transaction the provider's number once it is paid
     * @param payer what the provider calls who paid
     */
    public record ChargeAnswer(
            String merchant,
            String code,
            String status,
            String payPath,
            @Nullable String qrContent,
            @Nullable Map<String, String> inChat,
            long amountFen,
            String currency,
            @Nullable String transaction,
            @Nullable Instant settledAt,
            @Nullable String payer) {}

    /** Gives back part or all of a paid charge. */
    public record RefundRequest(String code, String chargeCode, long amountFen) {}

    /**
     * How a refund stands.
     *
     * @param status PROCESSING or DONE
     */
    public record RefundAnswer(String code, String chargeCode, long amountFen, String status) {}

    /** Pays out of what the merchant has taken. */
    public record TransferRequest(String code, String payee, long amountFen, String title) {}

    /**
     * How a transfer stands.
     *
     * @param status PROCESSING, DONE or FAILED
     * @param transaction the provider's number once it is paid
     * @param reason why it failed
     */
    public record TransferAnswer(
            String code,
            long amountFen,
            String status,
            @Nullable String transaction,
            @Nullable String reason) {}

    /**
     * Tells a merchant that something happened.
     *
     * @param event PAID, FAILED or REFUNDED
     * @param code the charge's code
     * @param refundCode only when REFUNDED
     * @param payer what the provider calls who paid; only when PAID
     */
    public record Callback(
            String event,
            String merchant,
            String code,
            @Nullable String transaction,
            long amountFen,
            String currency,
            @Nullable Instant at,
            @Nullable String refundCode,
            @Nullable String payer) {}

    /** At this whole address of ours. */
    static ChargeAnswer answer(Charge charge, String base) {
        var path = "/sandbox/pay/" + charge.token();
        return new ChargeAnswer(
                charge.merchant(),
                charge.code(),
                charge.status().name(),
                path,
                base + path,
                Map.of("appId", "sandbox", "package", "prepay_id=" + charge.token()),
                charge.amount().fen(),
                CURRENCY,
                charge.transaction(),
                charge.settledAt(),
                charge.payer());
    }

    static RefundAnswer answer(SandboxRefund refund) {
        return new RefundAnswer(
                refund.code(), refund.chargeCode(), refund.amount().fen(), refund.done() ? "DONE" : "PROCESSING");
    }

    static TransferAnswer answer(SandboxTransfer transfer) {
        return new TransferAnswer(
                transfer.code(),
                transfer.amount().fen(),
                transfer.status(),
                transfer.transaction(),
                "FAILED".equals(transfer.status()) ? "the payee's account is closed" : null);
    }

    static Callback callback(Charge charge) {
        return new Callback(
                charge.status().name(),
                charge.merchant(),
                charge.code(),
                charge.transaction(),
                charge.amount().fen(),
                CURRENCY,
                charge.settledAt(),
                null,
                charge.payer());
    }

    static Callback callback(SandboxRefund refund, Instant now) {
        return new Callback(
                "REFUNDED",
                refund.merchant(),
                refund.chargeCode(),
                null,
                refund.amount().fen(),
                CURRENCY,
                now,
                refund.code(),
                null);
    }
}
