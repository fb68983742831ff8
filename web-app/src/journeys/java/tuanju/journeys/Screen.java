package tuanju.journeys;

/** What somebody looks at: a cheap phone held upright, or a desk's monitor. */
public enum Screen {
    PHONE(360, 740),
    DESK(1280, 900);

    final int width;
    final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }
}
