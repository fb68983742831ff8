package tuanju.pickup.printing;

import java.time.Instant;
import java.util.UUID;
import tuanju.member.MemberId;
import tuanju.pickup.ListKind;
import tuanju.pickup.Standing;

/** A list that left the house, on paper or as a file, and what it said then by its fingerprint. */
public record ListPrint(UUID id, ListKind kind, Form form, String fingerprint, Instant at, MemberId by) {

    /** How it left. */
    public enum Form {
        PDF,
        XLSX
    }

    public String version() {
        return Standing.versionOf(fingerprint);
    }
}
