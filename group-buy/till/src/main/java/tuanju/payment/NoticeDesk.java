package tuanju.payment;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;
import tuanju.payment.cases.ExceptionCases;
import tuanju.payment.providers.CodeOwners;
import tuanju.payment.providers.Notice;
import tuanju.payment.providers.PaymentTry;

/** Does what a provider's notice asks for; twice is as good as once. */
@Slf4j
@Component
@RequiredArgsConstructor
class NoticeDesk {

    private final CaptureRouter router;
    private final CodeOwners owners;
    private final PaymentTries payments;
    private final RefundQueue refunds;
    private final ExceptionCases cases;

    void take(String provider, Notice notice) {
        switch (notice) {
            case Notice.Paid paid ->
                router.route(
                        new Took(provider, paid.code(), paid.transaction(), paid.amount(), paid.at(), paid.payer()));
            case Notice.Failed failed ->
                payments.find(owners.of(failed.code()), failed.code())
                        .ifPresent(it -> payments.end(it, PaymentTry.Status.FAILED));
            case Notice.Refunded refunded ->
                refunds.find(owners.of(refunded.refundCode()), refunded.refundCode())
                        .ifPresentOrElse(refunds::finish, () -> log.warn("{} speaks of an unknown refund", provider));
            case Notice.Strange strange ->
                cases.open(
                        owners.of(strange.code()),
                        new ExceptionCases.Matter(
                                strange.kind(),
                                provider,
                                strange.reference(),
                                null,
                                null,
                                strange.amount(),
                                strange.detail()));
            case Notice.Other ignored -> {}
        }
    }
}
