package tuanju.member;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds members for other modules; only cards leave, never phones. */
@Component
public class Members {

    /** The card of one member; refuses an unknown id with NoSuchElementException. */
    public MemberCard card(MemberId member) {
        throw new UnsupportedOperationException();
    }

    /** Cards of many members in one query, by id; unknown ids are left out. */
    public Map<MemberId, MemberCard> cards(Collection<MemberId> members) {
        throw new UnsupportedOperationException();
    }

    /** Whether this member is an operator right now; asked on every operator request. */
    public boolean isOperator(MemberId member) {
        throw new UnsupportedOperationException();
    }
}
