package tuanju.payment;

import java.time.Instant;
import java.util.UUID;
import tuanju.member.MemberId;
import tuanju.money.Money;

/** Money that a person has to take or to hand back. */
public record OfflineDue(String code, UUID order, MemberId payer, String title, Money amount, Instant since) {}
