package tuanju.member.account;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.command.RateLimits;
import tuanju.member.Member;
import tuanju.member.MemberId;
import tuanju.member.MemberRows;
import tuanju.member.PersonalData;
import tuanju.member.Sessions;
import tuanju.member.UnderWay;
import tuanju.member.code.CodeState;
import tuanju.member.code.OneTimeCodes;
import tuanju.member.code.WrongCode;
import tuanju.member.signing.SigningIn;

/**
 * A member ends their account for good. What no law keeps is forgotten in every module, in one transaction: a failure in the
 * middle leaves all as it was, and asking again begins afresh. Orders and money stay, of somebody closed.
 */
@Component
@RequiredArgsConstructor
class AccountClosing {

    private static final int TRIES_PER_DAY = 20;

    private final MemberRows rows;
    private final OneTimeCodes codes;
    private final ObjectProvider<PersonalData> modules;
    private final ObjectProvider<UnderWay> underWay;
    private final ForgettingPeople forgetting;
    private final Sessions sessions;
    private final MessageSource messages;
    private final RateLimits limits;
    private final AuditTrail audit;
    private final TransactionOperations transaction;

    /** What still stands in the way, as sentences for its owner; empty where nothing does. */
    List<String> unfinished(MemberId member) {
        var language = LocaleContextHolder.getLocale();
        var counted = underWay.stream()
                .map(it -> it.of(List.of(member)).getOrDefault(member, 0))
                .reduce(0, Integer::sum);
        var open = Stream.of(counted)
                .filter(it -> it > 0)
                .map(it -> messages.getMessage("member.closing.under-way", new Object[] {it}, language));
        var others = modules.orderedStream()
                .flatMap(it -> it.unfinished(member).stream())
                .map(it -> messages.getMessage(it, null, language));
        return Stream.concat(open, others).toList();
    }

    /** Whether a code that closes it is on its way and still good. */
    boolean isCodeUnderWay(MemberId member) {
        return codes.state(asked(member)) == CodeState.GOOD;
    }

    /** Sends a code that closes this account and does nothing else. Refuses as {@link OneTimeCodes#send}, and with CannotClose. */
    void sendCode(MemberId member, Locale language) {
        refuseUnfinished(member);
        codes.sendOrRely(asked(member), language);
    }

    /** Refuses with CannotClose while something has not ended, with WrongCode any other code. */
    void close(MemberId member, String typed) {
        limits.take("closing " + member.value(), TRIES_PER_DAY, Duration.ofDays(1));
        refuseUnfinished(member);
        var asked = asked(member);
        var code = codes.check(asked, typed).orElseThrow(() -> new WrongCode(codes.state(asked)));
        transaction.executeWithoutResult(status -> close(member, asked, code));
        // what counts tries is counted outside of transactions; what is left of it ends by itself within a day
        codes.mayAskAgain(asked.phone());
        limits.forgive(SigningIn.tries(asked.phone()));
    }

    private void close(MemberId member, OneTimeCodes.Asked asked, UUID code) {
        var row = rows.lock(member.value()).orElseThrow();
        if (!row.isProven() || !codes.use(code)) {
            throw new WrongCode(CodeState.USED);
        }
        refuseUnfinished(member);
        audit.record(member.value(), "member.closed", "member " + member.value(), "");
        sessions.endAll(member);
        forgetting.forget(member);
    }

    private void refuseUnfinished(MemberId member) {
        var open = unfinished(member);
        if (!open.isEmpty()) {
            throw new CannotClose(String.join(" ", open));
        }
    }

    private OneTimeCodes.Asked asked(MemberId member) {
        return OneTimeCodes.Asked.toClose(
                rows.findById(member.value())
                        .filter(Member::isProven)
                        .map(Member::getPhone)
                        .orElseThrow(NotFound::new),
                member);
    }
}
