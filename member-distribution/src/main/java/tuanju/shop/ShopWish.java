package tuanju.shop;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.member.MemberId;

/**
 * What somebody wishes for in a shop.
 *
 * @param by their name as strangers read it
 * @param answer of the shop's owner; null before
 */
record ShopWish(
        UUID id,
        MemberId member,
        String by,
        String words,
        Instant asked,
        @Nullable String answer) {

    public boolean isAnswered() {
        return answer != null;
    }

    public boolean isOf(@Nullable MemberId reader) {
        return member.equals(reader);
    }
}
