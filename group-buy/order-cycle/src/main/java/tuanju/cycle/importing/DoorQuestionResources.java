package tuanju.cycle.importing;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.address.Door;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;

/** Doors of a cycle that its leader is asked about, for programs: a door is put right with PUT on the order's door. */
@RestController
@RequestMapping("/api/v1/cycles/{code}/door-questions")
@RequiredArgsConstructor
class DoorQuestionResources {

    private final OrderCycles cycles;
    private final DoorQuestions questions;

    /** A door in its four parts, empty where one is not known. */
    record DoorParts(String lane, String building, String unit, String room) {

        static DoorParts of(Door door) {
            return new DoorParts(door.lane(), door.building(), door.unit(), door.room());
        }
    }

    /**
     * What is asked about one order.
     *
     * @param why unit-in-field, unit-in-words, unit-missing, building-missing, room-missing
     * @param meant the door if the answer is yes; null where nothing can be proposed
     */
    record AskedDoor(
            String order,
            String recipient,
            String why,
            DoorParts door,
            @Nullable DoorParts meant,
            String evidence) {

        static AskedDoor of(DoorQuestion question) {
            var door = question.order().address().door();
            return new AskedDoor(
                    question.order().code().value(),
                    question.order().recipient(),
                    question.why().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    DoorParts.of(door),
                    question.meant().equals(door) ? null : DoorParts.of(question.meant()),
                    question.evidence());
        }
    }

    @GetMapping
    List<AskedDoor> open(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        return questions.open(cycles.ledBy(me.member(), code)).stream()
                .map(AskedDoor::of)
                .toList();
    }

    /** The door is right as it is. */
    @DeleteMapping("/{order}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable Code order) {
        questions.settle(me.member(), code, order);
    }
}
