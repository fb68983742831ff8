package tuanju.member;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person behind the current request; controllers take it with {@code @AuthenticationPrincipal}.
 *
 * @param secondFactor the one they have shown in this session or for this token; null before
 */
public record SignedIn(
        MemberId member,
        String name,
        boolean operator,
        @Nullable UUID secondFactor) implements Principal, Serializable {

    /** Somebody who has shown no second factor. */
    public SignedIn(MemberId member, String name, boolean operator) {
        this(member, name, operator, null);
    }

    @Override
    public String getName() {
        return member.value().toString();
    }

    public SignedIn with(@Nullable UUID secondFactor) {
        return new SignedIn(member, name, operator, secondFactor);
    }
}
