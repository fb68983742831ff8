package tuanju.database;

/** The program was told to stop before it had started. */
final class ToldToStop extends RuntimeException {

    ToldToStop() {
        super("Told to stop while starting");
    }
}
