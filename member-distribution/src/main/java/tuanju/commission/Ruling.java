package tuanju.commission;

import java.time.Clock;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.catalog.Catalog;
import tuanju.catalog.ProductId;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.Phone;
import tuanju.referral.LegalGuard;
import tuanju.referral.Scheme;

/** An operator says what bringing a buyer is worth; every rule is held against the law before it is kept. */
@Component
@RequiredArgsConstructor
@Transactional
class Ruling {

    private static final int LONGEST = 60;

    private final RuleRows rows;
    private final Communities communities;
    private final Catalog catalog;
    private final Members members;
    private final AuditTrail audit;
    private final Clock clock;

    private record Subject(String key, String called) {}

    /** From now on it holds for what it is about. Refuses with AgainstTheLaw, with Invalid, with NotFound. */
    Rule make(MemberId operator, RuleDraft draft) {
        var word = needed("scope", draft.scope());
        int points = points(draft.basisPoints());
        LegalGuard.mustBeLegal(Scheme.named(word, points)
                .orElseThrow(
                        () -> new Invalid("scope", "one-of", "person, product, category, referralTier, community")));
        var scope = scope(word);
        var community = community(draft, scope);
        var subject = subject(scope, community, draft.subject());
        var rule =
                new Rule(community, Ids.next(), scope, subject.key(), subject.called(), points, clock.instant(), null);
        rows.replace(rule, operator);
        audit.record(
                operator.value(),
                "commission.rule",
                "community " + community.value(),
                scope + " " + subject.key() + " " + points + " bp");
        return rule;
    }

    /** What is placed from now on goes by the next rule that fits. Refuses with NotFound. */
    void end(MemberId operator, UUID id) {
        var rule = rows.find(id).orElseThrow(NotFound::new);
        if (rows.end(id)) {
            audit.record(
                    operator.value(),
                    "commission.rule-ended",
                    "community " + rule.community().value(),
                    rule.scope() + " " + rule.subject());
        }
    }

    private static Scope scope(String word) {
        var plain = word.strip().toUpperCase(Locale.ROOT).replace("_", "");
        return plain.equals("REFERRALTIER") ? Scope.REFERRAL_TIER : Scope.valueOf(plain);
    }

    private static int points(@Nullable Integer sent) {
        if (sent == null) {
            throw new Invalid("basisPoints", "field-missing");
        }
        if (sent < 1) {
            throw new Invalid("basisPoints", "commission-rate");
        }
        return sent;
    }

    private CommunityId community(RuleDraft draft, Scope scope) {
        var code = scope == Scope.COMMUNITY && isBlank(draft.community()) ? draft.subject() : draft.community();
        return communities
                .find(needed("community", code).strip())
                .orElseThrow(NotFound::new)
                .id();
    }

    private Subject subject(Scope scope, CommunityId community, @Nullable String sent) {
        return switch (scope) {
            case COMMUNITY -> new Subject("", "");
            case CATEGORY -> category(community, needed("subject", sent).strip());
            case REFERRAL_TIER -> tier(needed("subject", sent).strip());
            case PRODUCT -> product(community, needed("subject", sent).strip());
            case PERSON -> person(needed("subject", sent).strip());
        };
    }

    private Subject category(CommunityId community, String name) {
        if (name.length() > LONGEST
                || catalog.products(community).stream()
                        .noneMatch(it -> it.category().equals(name))) {
            throw new Invalid("subject", "commission-no-category");
        }
        return new Subject(name, name);
    }

    private static Subject tier(String number) {
        if (!number.equals("10") && !number.equals("50")) {
            throw new Invalid("subject", "one-of", "10, 50");
        }
        return new Subject(number, number);
    }

    private Subject product(CommunityId community, String id) {
        try {
            var product = catalog.product(community, new ProductId(UUID.fromString(id)));
            return new Subject(product.id().value().toString(), product.name());
        } catch (IllegalArgumentException | NoSuchElementException | NotFound nothing) {
            throw new Invalid("subject", "commission-no-product");
        }
    }

    private Subject person(String phone) {
        try {
            var member = members.withPhone(new Phone(phone)).orElseThrow(NoSuchElementException::new);
            return new Subject(member.value().toString(), members.card(member).maskedPhone());
        } catch (IllegalArgumentException | NoSuchElementException | Invalid nobody) {
            throw new Invalid("subject", "commission-no-person");
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String needed(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new Invalid(field, "field-missing");
        }
        return text;
    }
}
