package tuanju.teambuy.sharing;

import org.jspecify.annotations.Nullable;
import tuanju.teambuy.TeamCard;
import tuanju.teambuy.TeamPage;

/** What a team's page says first, to this reader at this moment. */
enum Stage {
    /** A stranger can take a seat. */
    JOINABLE("main"),
    /** Every seat is taken, but not every one is paid: one may come free. */
    FULL("hurry"),
    /** The time is over and the outcome is about to be written down. */
    SETTLING("quiet"),
    FORMED("good"),
    LAPSED("quiet"),
    /** The reader holds a seat and has not paid yet. */
    MY_SEAT_HELD("hurry"),
    /** The reader has paid and waits for others. */
    MY_SEAT_PAID("main"),
    MY_TEAM_FORMED("good"),
    MY_TEAM_LAPSED("quiet");

    private final String tone;

    Stage(String tone) {
        this.tone = tone;
    }

    static Stage of(TeamCard team, TeamPage.@Nullable Mine mine) {
        return switch (team.status()) {
            case FORMED -> mine != null && mine.paid() ? MY_TEAM_FORMED : FORMED;
            case LAPSED -> mine != null && mine.paid() ? MY_TEAM_LAPSED : LAPSED;
            case OPEN -> team.running() ? running(team, mine) : SETTLING;
        };
    }

    private static Stage running(TeamCard team, TeamPage.@Nullable Mine mine) {
        if (mine != null) {
            return mine.paid() ? MY_SEAT_PAID : MY_SEAT_HELD;
        }
        return team.joinable() ? JOINABLE : FULL;
    }

    /** The colour it is said in: main, good, hurry or quiet. */
    public String tone() {
        return tone;
    }

    /** Whether the team is still going on, so that listening and sharing are worth it. */
    public boolean live() {
        return this == JOINABLE || this == FULL || this == SETTLING || this == MY_SEAT_HELD || this == MY_SEAT_PAID;
    }

    public boolean worthSharing() {
        return this == JOINABLE || this == FULL || this == MY_SEAT_PAID;
    }

    /** Whether the reader has a seat in it. */
    public boolean mine() {
        return ordinal() >= MY_SEAT_HELD.ordinal();
    }
}
