package tuanju.payment.providers;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;

/** Tells from a code alone which community's money it is about. */
@Component
@RequiredArgsConstructor
public class CodeOwners {

    /** Money whose code belongs to no community we know is kept under all zeros, so that it is kept somewhere. */
    public static final CommunityId NOBODY = new CommunityId(new UUID(0, 0));

    private final Communities communities;

    public CommunityId of(String code) {
        try {
            return communities
                    .find(new Code(code).communityShortCode())
                    .map(CommunityCard::id)
                    .orElse(NOBODY);
        } catch (IllegalArgumentException e) {
            return NOBODY;
        }
    }
}
