package tuanju.membership;

/**
 * What somebody is in a community. A leader's is truly kept by {@code community.Leaders}; a moderator is appointed by an operator, a
 * curator named by a leader.
 */
public enum Role {
    LEADER,
    MODERATOR,
    CURATOR,
    MEMBER
}
