package tuanju.member;

import org.springframework.modulith.NamedInterface;
import tuanju.command.Invalid;

/** The name a member is called by: 1 to 20 visible characters in one line. */
@NamedInterface("rooms")
public record Nickname(String value) {

    private static final int LONGEST = 20;

    public Nickname {
        value = Texts.clean(value);
        if (value.isEmpty()) {
            throw new Invalid("name", "name-missing");
        }
        if (value.codePointCount(0, value.length()) > LONGEST) {
            throw new Invalid("name", "text-too-long", LONGEST);
        }
    }
}
