package tuanju.deputy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom a leader wants as deputy, as typed. */
record NamingForm(
        @Nullable String community,
        @Nullable String phone,
        @Nullable List<String> rights,
        @Nullable String until) {

    private static final int WEEKS = 4;

    /** Handing over and lists, for four weeks. */
    static NamingForm beginning(LocalDate today) {
        return new NamingForm(
                "",
                "",
                List.of(Right.HAND_OVER.name(), Right.LISTS.name()),
                today.plusWeeks(WEEKS).toString());
    }

    public boolean isChosen(Right right) {
        return rights != null && rights.contains(right.name());
    }

    String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
