package tuanju.membership;

/** What somebody is in a community. LEADER, CURATOR and MEMBER are given today; a leader's is truly kept by {@code community.Leaders}. */
public enum Role {
    OWNER,
    LEADER,
    MODERATOR,
    CURATOR,
    MEMBER
}
