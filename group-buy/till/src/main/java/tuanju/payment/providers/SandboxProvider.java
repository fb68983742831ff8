package tuanju.payment.providers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.HttpClientErrorException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tuanju.money.Money;
import tuanju.payment.cases.ExceptionCase;
import tuanju.sandbox.ForgedMessage;
import tuanju.sandbox.SandboxWire.Callback;
import tuanju.sandbox.SandboxWire.ChargeAnswer;
import tuanju.sandbox.SandboxWire.ChargeRequest;
import tuanju.sandbox.SandboxWire.RefundAnswer;
import tuanju.sandbox.SandboxWire.RefundRequest;
import tuanju.sandbox.SandboxWire.TransferAnswer;
import tuanju.sandbox.SandboxWire.TransferRequest;

/** The demo provider, spoken to as any provider would be: signed calls over HTTP. */
@RequiredArgsConstructor
class SandboxProvider implements PaymentProvider.PaysOut, PaymentProvider.GivesBills {

    static final String MERCHANT = "tuanju";
    private static final String CURRENCY = "CNY";

    private final String name;
    private final SandboxClient client;
    private final JsonMapper json;

    @Override
    public String name() {
        return name;
    }

    @Override
    public WayToPay open(PaymentTry payment) {
        var request = new ChargeRequest(
                payment.code(),
                payment.title(),
                payment.amount().fen(),
                "/payments/callbacks/" + name,
                payment.returnPath());
        try {
            var charge = client.post("/sandbox/charges", request, ChargeAnswer.class);
            var inChat = charge.inChat();
            return new WayToPay(charge.payPath(), charge.qrContent(), inChat == null ? Map.of() : inChat);
        } catch (HttpClientErrorException e) {
            throw new IllegalStateException("The sandbox refuses " + payment.code() + ": " + e.getStatusCode(), e);
        }
    }

    @Override
    public Standing query(PaymentTry payment) {
        try {
            return standing(client.get("/sandbox/charges/" + payment.code(), ChargeAnswer.class));
        } catch (HttpClientErrorException.NotFound e) {
            // our call to open it has not arrived yet, or never will
            return new Standing.Waiting();
        }
    }

    @Override
    public Standing close(PaymentTry payment) {
        try {
            return standing(client.post("/sandbox/charges/" + payment.code() + "/closure", ChargeAnswer.class));
        } catch (HttpClientErrorException.NotFound e) {
            return new Standing.Closed();
        }
    }

    @Override
    public RefundStanding refund(RefundTry refund) {
        var request = new RefundRequest(
                refund.code(), refund.paymentCode(), refund.amount().fen());
        try {
            return standing(client.post("/sandbox/refunds", request, RefundAnswer.class));
        } catch (HttpClientErrorException e) {
            return refused(e);
        }
    }

    @Override
    public RefundStanding queryRefund(RefundTry refund) {
        try {
            return standing(client.get("/sandbox/refunds/" + refund.code(), RefundAnswer.class));
        } catch (HttpClientErrorException e) {
            return refused(e);
        }
    }

    @Override
    public TransferStanding transfer(TransferTry transfer) {
        var request = new TransferRequest(
                transfer.code(), transfer.payeeAtProvider(), transfer.amount().fen(), transfer.title());
        return standing(transfer, client.post("/sandbox/transfers", request, TransferAnswer.class));
    }

    @Override
    public TransferStanding queryTransfer(TransferTry transfer) {
        try {
            return standing(transfer, client.get("/sandbox/transfers/" + transfer.code(), TransferAnswer.class));
        } catch (HttpClientErrorException.NotFound e) {
            return new TransferStanding.Unknown();
        }
    }

    @Override
    public List<BillLine> dailyBill(LocalDate day) {
        try {
            return new BillText(day, client.text("/sandbox/bills/" + day)).lines();
        } catch (HttpClientErrorException e) {
            throw new ProviderUnavailable();
        }
    }

    @Override
    public Notice read(CallbackMessage message) {
        try {
            client.verifyCallback(message.headers(), message.body());
        } catch (ForgedMessage e) {
            throw new ForgedCallback();
        }
        try {
            return notice(json.readValue(message.body(), Callback.class));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new ForgedCallback();
        }
    }

    private static Notice notice(Callback callback) {
        var amount = Money.ofFen(callback.amountFen());
        var transaction = Objects.requireNonNullElse(callback.transaction(), "");
        if (!MERCHANT.equals(callback.merchant())) {
            return strange(ExceptionCase.Kind.WRONG_MERCHANT, callback, "merchant " + callback.merchant());
        }
        if (!CURRENCY.equals(callback.currency())) {
            return strange(ExceptionCase.Kind.WRONG_CURRENCY, callback, "currency " + callback.currency());
        }
        return switch (callback.event()) {
            case "PAID" ->
                new Notice.Paid(callback.code(), transaction, amount, required(callback.at()), callback.payer());
            case "FAILED" -> new Notice.Failed(callback.code());
            case "REFUNDED" -> new Notice.Refunded(Objects.requireNonNullElse(callback.refundCode(), ""));
            default -> new Notice.Other();
        };
    }

    private static Notice strange(ExceptionCase.Kind kind, Callback callback, String detail) {
        var reference = Objects.requireNonNullElse(callback.transaction(), callback.code());
        return new Notice.Strange(kind, callback.code(), reference, Money.ofFen(callback.amountFen()), detail);
    }

    private static Standing standing(ChargeAnswer answer) {
        return switch (answer.status()) {
            case "PAID" ->
                new Standing.Paid(
                        Objects.requireNonNull(answer.transaction()),
                        Money.ofFen(answer.amountFen()),
                        required(answer.settledAt()),
                        answer.payer());
            case "FAILED" -> new Standing.Failed();
            case "CLOSED" -> new Standing.Closed();
            default -> new Standing.Waiting();
        };
    }

    private static RefundStanding standing(RefundAnswer answer) {
        return RefundStanding.of(
                "DONE".equals(answer.status()) ? RefundStanding.Answer.DONE : RefundStanding.Answer.PROCESSING);
    }

    /** An answer about another amount is none that can be trusted. */
    private static TransferStanding standing(TransferTry asked, TransferAnswer answer) {
        if (answer.amountFen() != asked.amount().fen()) {
            return new TransferStanding.NoAnswer("speaks of " + Money.ofFen(answer.amountFen()));
        }
        return switch (answer.status()) {
            case "DONE" -> new TransferStanding.Done(Objects.requireNonNull(answer.transaction()));
            case "FAILED" -> new TransferStanding.Failed(Objects.requireNonNullElse(answer.reason(), ""));
            default -> new TransferStanding.Processing();
        };
    }

    private static RefundStanding refused(HttpClientErrorException e) {
        return new RefundStanding(
                RefundStanding.Answer.FAILED, "HTTP " + e.getStatusCode().value());
    }

    private static Instant required(@Nullable Instant at) {
        if (at == null) {
            throw new IllegalArgumentException("A payment without a time");
        }
        return at;
    }
}
