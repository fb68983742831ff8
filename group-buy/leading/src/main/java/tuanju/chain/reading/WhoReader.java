package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.address.Door;
import tuanju.chain.reading.ReadChainList.Reason;
import tuanju.chain.reading.Sentence.Fault;
import tuanju.chain.reading.Token.DoorPlate;
import tuanju.chain.reading.Token.Moment;
import tuanju.chain.reading.Token.Note;
import tuanju.chain.reading.Token.Phone;
import tuanju.chain.reading.Token.Said;
import tuanju.chain.reading.Token.Text;

/** Finds who a line is about: the text in front of the goods, else the first one behind them. */
final class WhoReader {

    private static final int LONGEST_NAME = 16;
    private static final int LONGEST_NAME_BEHIND = 6;

    private static final java.util.regex.Pattern NICKNAME = java.util.regex.Pattern.compile(" ?[-_~|·•^] ?");

    private final boolean listed;
    private final List<Fault> faults;
    private final List<String> names = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final List<String> behind = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final LinkedHashSet<Door> doors = new LinkedHashSet<>();
    private String phone = "";
    private String addressed = "";
    private @Nullable String between;
    private boolean self;

    private WhoReader(boolean listed, List<Fault> faults) {
        this.listed = listed;
        this.faults = faults;
    }

    /** Who, whether by 我, and what else was written. */
    record Who(Guest guest, boolean self, String note) {}

    static Who read(List<Token> tokens, boolean listed, List<Fault> faults) {
        var reader = new WhoReader(listed, faults);
        boolean goods = false;
        for (int at = 0; at < tokens.size(); at++) {
            var token = tokens.get(at);
            goods |= token.isGoods() || token instanceof Said(Word word) && word != Word.PAID && word != Word.UNPAID;
            reader.next(token, at + 1 < tokens.size() ? tokens.get(at + 1) : null, goods);
        }
        return reader.end();
    }

    private void next(Token token, @Nullable Token following, boolean goods) {
        switch (token) {
            case Phone found -> phone = found.digits();
            case DoorPlate plate -> door(plate);
            case Note note -> notes.add(note.text());
            case Moment moment when goods -> notes.add(moment.written());
            case Token.Rough rough -> notes.add(rough.written());
            case Text text -> text(text.written(), following, goods);
            default -> {}
        }
        between = token instanceof Token.Gap gap && between != null ? between + gap.written() : null;
        between = token instanceof Text && !goods && !names.isEmpty() ? "" : between;
    }

    private void door(DoorPlate plate) {
        if (!plate.sure()) {
            faults.add(new Fault(Reason.DOOR, plate.address().text()));
            return;
        }
        doors.add(plate.address().door());
    }

    private void text(String written, @Nullable Token following, boolean goods) {
        if (Names.isSelf(written)) {
            // 赵四：我要两份 is said by 赵四
            self = names.isEmpty() && places.isEmpty();
            return;
        }
        if (written.startsWith("@")) {
            addressed = written;
            return;
        }
        var name = Names.meant(written, listed);
        boolean place = following instanceof DoorPlate && Names.isPlace(name);
        if (place) {
            places.add(name);
        }
        if (name.isEmpty() || place) {
            return;
        }
        if (goods) {
            behind.add(written.strip());
        } else if (between != null && !names.isEmpty() && isNickname(names.getLast(), between, name)) {
            names.add(names.removeLast() + between + name);
        } else {
            names.add(name);
        }
    }

    private Who end() {
        var name = name();
        notes.addAll(behind);
        if (name.isEmpty() && !self && !addressed.isEmpty()) {
            faults.add(new Fault(Reason.SEVERAL_NAMES, addressed));
        }
        if (doors.size() > 1) {
            faults.add(new Fault(
                    Reason.DOOR,
                    String.join(", ", doors.stream().map(Door::shown).toList())));
        }
        var door = doors.isEmpty() ? Door.UNKNOWN : doors.getFirst();
        if (self && !name.isEmpty()) {
            faults.add(new Fault(Reason.SEVERAL_NAMES, "我, " + name));
        }
        return new Who(new Guest(name, door, phone), self, String.join("；", notes));
    }

    private String name() {
        if (names.size() > 1 && names.stream().allMatch(WhoReader::isLatin)) {
            return String.join(" ", names);
        }
        if (names.size() > 1) {
            faults.add(new Fault(Reason.SEVERAL_NAMES, String.join(", ", names)));
        }
        if (!names.isEmpty()) {
            return checked(names.getFirst());
        }
        if (behind.isEmpty() && !places.isEmpty() && Names.isCalled(places.getFirst())) {
            return places.getFirst();
        }
        boolean named = !self && !behind.isEmpty() && isNameBehind(Names.bare(behind.getFirst(), listed));
        return named ? Names.bare(behind.removeFirst(), listed) : "";
    }

    /** 文逸 - Caesar and 小美 Amy are one person each. */
    private static boolean isNickname(String name, String between, String other) {
        boolean joined = NICKNAME.matcher(between).matches();
        return joined || between.isBlank() && isLatin(name) != isLatin(other);
    }

    private String checked(String name) {
        if (name.length() > LONGEST_NAME || !listed && name.startsWith("我") || !listed && !Names.isNameLike(name)) {
            faults.add(new Fault(Reason.NO_NAME, name));
        }
        return name;
    }

    private static boolean isNameBehind(String text) {
        return text.length() <= LONGEST_NAME_BEHIND
                && Names.isNameLike(text)
                && (!Names.isWish(text) || Names.isCalled(text));
    }

    private static boolean isLatin(String text) {
        return text.chars().allMatch(character -> character < 128);
    }
}
