package tuanju.member;

import java.io.Serializable;
import java.security.Principal;

/** The person behind the current request; controllers take it with {@code @AuthenticationPrincipal}. */
public record SignedIn(MemberId member, String name, boolean operator) implements Principal, Serializable {
    @Override
    public String getName() {
        return member.value().toString();
    }
}
