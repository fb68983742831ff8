package tuanju.member.operators;

import tuanju.command.Refusal;

/** Their phone is the one in the settings, so they would be an operator again at the next code (409). */
public final class NamedInSettings extends Refusal {
    NamedInSettings() {
        super(409, "operator-named-in-settings");
    }
}
