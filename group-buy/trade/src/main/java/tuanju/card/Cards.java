package tuanju.card;

import java.util.List;
import tuanju.community.CommunityId;

/** Answers cards of one kind: implemented by whoever sells it. Each answer is one query, however many cards. */
public interface Cards {

    CardRef.Kind kind();

    /** Those with these codes that this viewer may see, in any order. */
    List<Card> of(Viewer viewer, CardCodes codes);

    /** What this viewer may see and can be had now or is sold out, in the order in which it is looked through. */
    List<Card> onOffer(Viewer viewer, CardSearch search);

    /** What its things are called, for every viewer the same; empty where what they are called is not for everybody. */
    default List<String> names(CommunityId community, int most) {
        return List.of();
    }
}
