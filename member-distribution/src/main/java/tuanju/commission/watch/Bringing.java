package tuanju.commission.watch;

import java.util.List;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/**
 * How people brought each other, as it grew. All of it is lawful, for each sale pays one person; it is said so that nobody is
 * surprised, and so that somebody looks where many buy by one.
 *
 * @param people who brought or were brought by at least one sale
 * @param chains where somebody who was brought brought others, the largest first
 * @param trees where at least 30 people came by one and those they brought
 * @param pairs who brought each other
 */
record Bringing(int people, List<Tree> chains, List<Tree> trees, List<Pair> pairs) {

    /** From how many people on a chain is said. */
    static final int CHAIN = 3;

    /** From how many people on a tree is said. */
    static final int TREE = 30;

    Bringing {
        chains = List.copyOf(chains);
        trees = List.copyOf(trees);
        pairs = List.copyOf(pairs);
    }

    /**
     * Who came by one person and by those they brought.
     *
     * @param people with them
     * @param depth how many stand in its longest chain
     */
    record Tree(CommunityId community, MemberId first, int people, int depth) {}

    /** Two who brought each other. */
    record Pair(CommunityId community, MemberId one, MemberId other) {}

    public boolean isPlain() {
        return chains.isEmpty() && trees.isEmpty() && pairs.isEmpty();
    }
}
