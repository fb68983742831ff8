package tuanju.moderation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;

/** The list of words that are refused, which operators keep. What was written before stays as it is. */
@Component
@RequiredArgsConstructor
public class RefusedWords {

    /** As many as one reads through. */
    static final int MOST = 500;

    private static final int LONGEST = 20;
    private static final String SUBJECT = "refused words";

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    /** All of them, in the order of the alphabet. */
    @Transactional(readOnly = true)
    public List<RefusedWord> all() {
        return jdbc.sql("select word, names_only, since from moderation_word order by word")
                .query((row, number) -> new RefusedWord(
                        row.getString("word"),
                        row.getBoolean("names_only"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Puts a word on the list, or says of one that is on it where it counts. Refuses with Invalid what is no word, or one too many. */
    @Transactional
    public void refuse(String typed, boolean namesOnly, UUID by) {
        var word = word(typed);
        jdbc.sql("""
                        insert into moderation_word (word, names_only, added_by) values (:word, :namesOnly, :by)
                        on conflict (word) do update set names_only = excluded.names_only
                        """)
                .param("word", word)
                .param("namesOnly", namesOnly)
                .param("by", by)
                .update();
        if (all().size() > MOST) {
            throw new Invalid("word", "refused-words-full", MOST);
        }
        audit.record(by, "word.refused", SUBJECT, word);
    }

    /** Takes a word off the list; of one that is not on it nothing is said. Refuses with Invalid what is no word. */
    @Transactional
    public void allow(String typed, UUID by) {
        var word = word(typed);
        if (jdbc.sql("delete from moderation_word where word = :word")
                        .param("word", word)
                        .update()
                == 1) {
            audit.record(by, "word.allowed", SUBJECT, word);
        }
    }

    /** One sign would be in half of all names. */
    private static String word(String typed) {
        var word = typed.strip();
        if (word.length() > LONGEST) {
            throw new Invalid("word", "text-too-long", LONGEST);
        }
        if (Letters.of(word).run().codePoints().count() < 2) {
            throw new Invalid("word", "refused-word-short");
        }
        return word;
    }
}
