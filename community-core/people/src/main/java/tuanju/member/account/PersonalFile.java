package tuanju.member.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A member's own copy of what is kept of them.
 *
 * @param cutOff tables that hold more of theirs than the file does
 * @param modules by module and table, the rows: what each column says, as text; columns that say nothing are left out
 */
record PersonalFile(Instant madeAt, List<String> cutOff, Map<String, Map<String, List<Map<String, String>>>> modules) {}
