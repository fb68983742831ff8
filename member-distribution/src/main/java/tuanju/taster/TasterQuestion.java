package tuanju.taster;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.member.MemberId;

/**
 * What a neighbour asks a taster.
 *
 * @param by their name as strangers read it
 * @param answer null before
 */
record TasterQuestion(
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
