package tuanju.chain.transfer;

import java.util.List;

/** A text of transfers, read; each line that is not blank is on exactly one of three piles. */
public record ReadTransfers(List<Transfer> transfers, List<Unreadable> unreadable, List<Aside> aside) {

    public ReadTransfers {
        transfers = List.copyOf(transfers);
        unreadable = List.copyOf(unreadable);
        aside = List.copyOf(aside);
    }

    /** A line that may be a transfer and cannot be used as one. */
    public record Unreadable(int line, String written, Why why) {}

    /** A line that is none: what a leader paid others is counted, and its words are kept nowhere. */
    public record Aside(int line, Kind kind) {}

    /** What a line is that tells of no transfer. */
    public enum Kind {
        /** Above or below the transfers: titles, columns, sums. */
        HEADING,
        /** Money that went out, or from one pocket to another. */
        OUTGOING
    }

    /** Why a line cannot be used; each has words under {@code chain.transfer.why.<name>}. */
    public enum Why {
        NO_AMOUNT,
        SEVERAL_AMOUNTS,
        NO_NAME,
        /** It went back to whoever sent it. */
        GIVEN_BACK,
        /** It looks like money that the leader paid. */
        WENT_OUT,
        /** A line of a bill whose cells are not those of its columns. */
        BROKEN,
        TOO_LONG
    }
}
