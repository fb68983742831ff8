package tuanju.note.talk;

/** What readers say of a note with one tap: 有用, 有趣, 有情, 有益. */
public enum Reaction {
    USEFUL,
    FUN,
    WARM,
    GOOD
}
