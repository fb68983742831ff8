package tuanju.member.code;

import tuanju.command.Refusal;

/** The text message could not be handed over (503). */
final class SmsAway extends Refusal {
    SmsAway() {
        super(503, "sms-away");
    }
}
