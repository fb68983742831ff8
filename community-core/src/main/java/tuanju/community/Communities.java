package tuanju.community;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds communities; the directory is small and kept in memory for a minute. */
@Component
public class Communities {

    /** The community with this id; refuses an unknown one with NotFound. */
    public CommunityCard get(CommunityId id) {
        throw new UnsupportedOperationException();
    }

    /** The community that a public code belongs to; refuses with NotFound. */
    public CommunityCard of(Code code) {
        throw new UnsupportedOperationException();
    }

    /** The community with this short code. */
    public Optional<CommunityCard> find(String shortCode) {
        throw new UnsupportedOperationException();
    }

    /** Every open community, by name. */
    public List<CommunityCard> all() {
        throw new UnsupportedOperationException();
    }

    /** A new public code of this community; unguessable (50 random bits). */
    public Code nextCode(CommunityId community) {
        throw new UnsupportedOperationException();
    }
}
