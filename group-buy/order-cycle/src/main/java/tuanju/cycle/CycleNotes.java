package tuanju.cycle;

import java.util.List;

/** What modules above have to say on a cycle's page, to its leader: a list that is out of date, money that differs. */
public interface CycleNotes {

    /** What there is to say about this cycle now; usually nothing. */
    List<CycleNote> of(CycleCard cycle);

    /**
     * One sentence that leads somewhere.
     *
     * @param key message key of the sentence
     * @param arguments what fills the sentence
     * @param href where to look closer
     */
    record CycleNote(String key, List<Object> arguments, String href) {
        public CycleNote {
            arguments = List.copyOf(arguments);
        }
    }
}
