package tuanju.moderation;

/** What somebody writes. */
public enum Written {
    /** What a person is called by. */
    NAME,
    /** Everything else. */
    TEXT
}
