package tuanju.desk.offline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.cycle.CycleStatus;
import tuanju.desk.Bag;
import tuanju.desk.Desk;
import tuanju.desk.HandoverWords;
import tuanju.desk.LookingAtDesks;
import tuanju.member.MemberId;
import tuanju.pickup.Household;
import tuanju.pickup.PickupOrder;

/** Makes the list that a phone keeps for when there is no network. */
@Component
@RequiredArgsConstructor
class TakingSnapshots {

    private static final Duration KEPT = Duration.ofHours(24);

    /** 20 of a code's 30 bits: a lost phone tells a thousand codes for each bag, and the desk takes ten tries an hour. */
    private static final int TRACE_DIGITS = 5;

    private static final Pattern MASKED_MOBILE = Pattern.compile("1[0-9]{2}\\*{4}([0-9]{4})");

    private final LookingAtDesks looking;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** What these desks, where one person stands, have to hand over; empty and over when the cycle is done. */
    @Transactional(readOnly = true)
    public DeskSnapshot take(List<Desk> desks, String titleOfToday) {
        var first = desks.getFirst();
        var cycle = first.cycle();
        boolean over = cycle != null && isOver(cycle.status());
        var salt = salt();
        List<DeskSnapshot.Bag> bags = over
                ? List.of()
                : desks.stream().flatMap(desk -> bags(desk, salt)).toList();
        var title = cycle == null ? titleOfToday : cycle.title();
        var until = clock.instant().plus(KEPT);
        return new DeskSnapshot(owner(first.attendant()), first.path(), title, until, over, salt, bags);
    }

    private Stream<DeskSnapshot.Bag> bags(Desk desk, String salt) {
        var sheet = looking.sheet(desk);
        var households = looking.today(desk, sheet.households());
        var words = looking.words(desk, LookingAtDesks.orders(households.stream()));
        var community = desk.community().name();
        boolean several = sheet.isAtSeveralPoints();
        return households.stream()
                .map(household ->
                        bag(new Place(several ? household.point().name() : "", community), household, words, salt));
    }

    /** Where a bag waits, as the list says it. */
    private record Place(String at, String community) {}

    private static DeskSnapshot.Bag bag(Place place, Household household, HandoverWords words, String salt) {
        return new DeskSnapshot.Bag(
                household.key(),
                household.point().id(),
                place.at(),
                place.community(),
                household.building().label(),
                household.at().unit(),
                household.at().room(),
                household.people(),
                Bag.of(household, words).pieces(),
                household.orders().stream()
                        .map(order -> part(order, words, salt))
                        .toList());
    }

    private static DeskSnapshot.Part part(PickupOrder order, HandoverWords words, String salt) {
        var seen = Bag.Part.of(order, words);
        var gone = seen.decided();
        var note = words.notes().get(order.id());
        var phone = order.maskedPhone();
        return new DeskSnapshot.Part(
                order.code(),
                trace(salt, order.pickupCode()),
                order.name(),
                phone.substring(Math.max(0, phone.length() - 4)),
                MASKED_MOBILE.matcher(order.note()).replaceAll("****$1"),
                order.collected(),
                note == null ? null : note.id().toString(),
                gone == null ? null : gone.outcome(),
                gone == null ? seen.at() : gone.at(),
                gone == null ? seen.by() : gone.by(),
                seen.items().stream()
                        .filter(item -> order.collected() || item.left() > 0)
                        .map(item ->
                                new DeskSnapshot.Item(item.said(), order.collected() ? item.quantity() : item.left()))
                        .toList(),
                order.dues().open().fen());
    }

    private static boolean isOver(CycleStatus status) {
        return status == CycleStatus.DONE || status == CycleStatus.LAPSED;
    }

    static String trace(String salt, String pickupCode) {
        return hash(salt + pickupCode).substring(0, TRACE_DIGITS);
    }

    static String owner(MemberId attendant) {
        return hash("desk of " + attendant.value()).substring(0, 16);
    }

    private String salt() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
