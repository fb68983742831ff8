package tuanju.upkeep;

import java.util.Locale;

/**
 * Room on the disk that holds the data folder, in bytes.
 *
 * @param database how much the database takes; it may live elsewhere
 */
record Room(long free, long all, long database) {

    private static final long GIBIBYTE = 1L << 30;
    private static final long LITTLE = 2 * GIBIBYTE;

    boolean isShort() {
        return free < LITTLE || free < all / 20;
    }

    public String freeShown() {
        return shown(free);
    }

    public String allShown() {
        return shown(all);
    }

    public String databaseShown() {
        return shown(database);
    }

    private static String shown(long bytes) {
        return bytes < GIBIBYTE
                ? String.format(Locale.ROOT, "%d MB", bytes >> 20)
                : String.format(Locale.ROOT, "%.1f GB", (double) bytes / GIBIBYTE);
    }
}
