package tuanju.card;

import tuanju.community.Code;

/** Names something that has a card: what may be kept beside a note or in a chat, while what it says is read anew. */
public record CardRef(Kind kind, Code code) {

    /** What can have a card. */
    public enum Kind {
        PRODUCT,
        OFFER,
        TEAM,
        CYCLE
    }
}
