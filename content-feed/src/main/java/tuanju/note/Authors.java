package tuanju.note;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.Codes;
import tuanju.member.MemberId;
import tuanju.member.Members;

/** Those who write, and the codes by which others meet them. */
@Component
@RequiredArgsConstructor
public class Authors {

    private static final int LENGTH = 12;
    private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{" + LENGTH + "}");

    private final JdbcClient jdbc;
    private final Codes codes;
    private final Members members;

    /** Makes this member one, if they are none yet; answers their code. */
    @Transactional
    public String become(MemberId member) {
        jdbc.sql("insert into note_author (member_id, code) values (:member, :code) on conflict (member_id) do nothing")
                .param("member", member.value())
                .param("code", codes.next(LENGTH))
                .update();
        return code(member).orElseThrow();
    }

    /** Their code; empty for who never wrote. */
    public Optional<String> code(MemberId member) {
        return jdbc.sql("select code from note_author where member_id = :member")
                .param("member", member.value())
                .query(String.class)
                .optional();
    }

    /** Who has this code; refuses with NotFound. */
    public MemberId with(String code) {
        var upper = code.toUpperCase(java.util.Locale.ROOT);
        if (!CODE.matcher(upper).matches()) {
            throw new NotFound();
        }
        return jdbc.sql("select member_id from note_author where code = :code")
                .param("code", upper)
                .query(UUID.class)
                .optional()
                .map(MemberId::new)
                .orElseThrow(NotFound::new);
    }

    /** Of these members, by member, where codes are known: one query. */
    public Map<MemberId, Author> of(Map<MemberId, String> codesOf) {
        return members.cards(codesOf.keySet()).values().stream()
                .map(it -> new Author(codesOf.getOrDefault(it.id(), ""), it))
                .collect(Collectors.toMap(it -> it.card().id(), Function.identity()));
    }

    /** The same where codes are not known: two queries. Who never wrote is left out. */
    public Map<MemberId, Author> of(Collection<MemberId> some) {
        if (some.isEmpty()) {
            return Map.of();
        }
        var known = jdbc.sql("select member_id, code from note_author where member_id = any(:members)")
                .param("members", some.stream().map(MemberId::value).toArray(UUID[]::new))
                .query((row, number) ->
                        Map.entry(new MemberId(row.getObject("member_id", UUID.class)), row.getString("code")))
                .list();
        return of(known.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
