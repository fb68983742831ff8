package tuanju.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/**
 * A member's plan for one term, at the terms of when they took it.
 *
 * @param order what it is called where it is paid
 * @param seller who made the plan
 * @param refund what went back when it was ended early
 */
record Subscription(
        CommunityId community,
        UUID id,
        Code code,
        Code order,
        Code plan,
        MemberId member,
        PlanTerms terms,
        @Nullable MemberId leader,
        MemberId seller,
        Status status,
        Term term,
        Money refund) {

    /** So long before its end its member is told, and may take it again. */
    static final Duration NOTICE = Duration.ofDays(5);

    /** Where it stands. */
    enum Status {
        /** Waits for its money. */
        PLACED,
        /** Paid, and begins when the one before it ends. */
        NEXT,
        RUNNING,
        /** Ended early by its member; the days that were left went back. */
        CANCELLED,
        /** Its time is over. */
        ENDED,
        /** Never paid. */
        CLOSED
    }

    /**
     * Its times.
     *
     * @param over when it really was over; null before
     */
    record Term(
            Instant payBefore,
            Instant starts,
            Instant ends,
            @Nullable Instant over) {

        /** Until when it held, or will. */
        public Instant until() {
            return over == null ? ends : over;
        }
    }

    public boolean isPayable() {
        return status == Status.PLACED;
    }

    /** Whether there is something to end. */
    public boolean isAlive() {
        return status == Status.RUNNING || status == Status.NEXT;
    }

    /** Whether its member may take it again: nothing is renewed by itself. */
    public boolean isRenewable(Instant now) {
        return status == Status.RUNNING && !term.ends().isAfter(now.plus(NOTICE));
    }

    /** What goes back where it is ended then: its price for the days that were not begun, rounded down. */
    Money refundAt(Instant now) {
        var from = now.isAfter(term.starts()) ? now : term.starts();
        long left = Math.clamp(Duration.between(from, term.ends()).toDays(), 0, terms.days());
        return Money.ofFen(terms.price().fen() * left / terms.days());
    }

    /** How many days that are. */
    long daysLeftAt(Instant now) {
        var from = now.isAfter(term.starts()) ? now : term.starts();
        return Math.clamp(Duration.between(from, term.ends()).toDays(), 0, terms.days());
    }
}
