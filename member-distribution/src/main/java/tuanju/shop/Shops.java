package tuanju.shop;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.member.MemberId;

/** Finds shops. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class Shops {

    private final ShopRows rows;

    /** The one that others find; refuses with NotFound what is closed, was taken from view, or is of who belongs there no more. */
    public Shop shown(Code code) {
        return rows.shown(code).orElseThrow(NotFound::new);
    }

    /** Refuses with NotFound what is not theirs. */
    public Shop own(MemberId owner, Code code) {
        return rows.find(code).filter(it -> it.owner().equals(owner)).orElseThrow(NotFound::new);
    }

    /** In every community. */
    public List<Shop> of(MemberId owner) {
        return rows.of(owner);
    }

    /** Whosever it is, and whether others find it or not. */
    public Shop any(Code code) {
        return rows.find(code).orElseThrow(NotFound::new);
    }
}
