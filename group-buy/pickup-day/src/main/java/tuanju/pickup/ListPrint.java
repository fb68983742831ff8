package tuanju.pickup;

import java.time.Instant;
import java.util.UUID;
import tuanju.member.MemberId;

/** A list that left the house, on paper or as a file, and what it said then by its fingerprint. */
record ListPrint(UUID id, ListKind kind, Form form, String fingerprint, Instant at, MemberId by) {

    /** How it left. */
    enum Form {
        PDF,
        XLSX
    }

    public String version() {
        return Standing.versionOf(fingerprint);
    }
}
