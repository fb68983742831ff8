package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tuanju.chain.reading.ReadChainList.Changed;
import tuanju.chain.reading.ReadChainList.Ignored;
import tuanju.chain.reading.ReadChainList.Reason;
import tuanju.chain.reading.ReadChainList.Unclear;
import tuanju.chain.reading.ReadChainList.Understood;
import tuanju.chain.reading.ReadChainList.Why;

/** The four piles while a text is read. */
final class Piles {

    private final List<Understood> understood = new ArrayList<>();
    private final List<Changed> changes = new ArrayList<>();
    private final List<Unclear> unclear = new ArrayList<>();
    private final List<Ignored> ignored = new ArrayList<>();

    void understood(Understood line) {
        understood.add(line);
    }

    void changed(Changed line) {
        changes.add(line);
    }

    void unclear(ChainLine line, Reason reason, String about, String... suggestions) {
        unclear.add(new Unclear(line, reason, about, List.of(suggestions)));
    }

    void ignored(ChainLine line, Why why) {
        ignored.add(new Ignored(line, why));
    }

    ReadChainList sorted() {
        understood.sort(Comparator.comparing(it -> it.line().number()));
        changes.sort(Comparator.comparing(it -> it.line().number()));
        unclear.sort(Comparator.comparing(it -> it.line().number()));
        ignored.sort(Comparator.comparing(it -> it.line().number()));
        return new ReadChainList(understood, changes, unclear, ignored, List.of());
    }
}
