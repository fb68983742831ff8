package tuanju.shop;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.picture.PictureRef;

/**
 * A member's shop as it stands.
 *
 * @param introduction may be empty
 * @param cover null where there is none
 * @param open whether its owner shows it
 * @param hidden why an operator took it from view; null while it may be shown
 */
record Shop(
        CommunityId community,
        UUID id,
        Code code,
        MemberId owner,
        String title,
        String introduction,
        @Nullable PictureRef cover,
        boolean open,
        @Nullable String hidden,
        Instant opened) {

    static final String KIND = "shop";
    static final String ABOVE = "/s/";
    static final int MOST_GOODS = 20;

    public String path() {
        return ABOVE + code;
    }

    /** Whether others find it. */
    public boolean isShown() {
        return open && hidden == null;
    }

    public boolean isHidden() {
        return hidden != null;
    }

    /** What its state is called. */
    public State state() {
        if (hidden != null) {
            return State.HIDDEN;
        }
        return open ? State.OPEN : State.CLOSED;
    }

    /** Who finds it. */
    enum State {
        OPEN,
        CLOSED,
        HIDDEN
    }

    /** What its owner says in it. */
    record Words(String title, String introduction) {}
}
