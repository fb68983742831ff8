package tuanju.attribution;

import java.util.List;
import tuanju.attribution.TouchRows.Counted;
import tuanju.note.NoteTile;

/** What one note did. */
record NoteResult(NoteTile note, Counted counted, Credit credit) {

    /** Of those who read it, how many orders were paid. */
    public Rate rate() {
        return new Rate(credit.paid(), counted.reads());
    }

    /** What notes did together that have something in common. */
    record Together(String name, int notes, Counted counted, Credit credit) {

        static Together of(String name, List<NoteResult> some, int orders, int paid) {
            var sum = some.stream().map(NoteResult::credit).reduce(Credit.NONE, Credit::plus);
            return new Together(
                    name,
                    some.size(),
                    new Counted(
                            some.stream().mapToLong(it -> it.counted().reads()).sum(),
                            some.stream().mapToLong(it -> it.counted().clicks()).sum()),
                    new Credit(orders, paid, sum.last(), sum.lastPaid(), sum.parts(), sum.shared()));
        }

        public Rate rate() {
            return new Rate(credit.paid(), counted.reads());
        }
    }
}
