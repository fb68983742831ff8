package tuanju.cycle;

import java.util.List;
import tuanju.member.MemberId;

/** What modules above have to tell a leader at the beginning of their day. */
public interface TodayNotes {

    /** The notes for this leader, the most pressing first. */
    List<Note> of(MemberId leader);

    /**
     * One thing to know.
     *
     * @param key message key of the sentence
     * @param about what it is about, put into the sentence
     * @param href where to do something about it
     */
    record Note(String key, String about, String href) {}
}
