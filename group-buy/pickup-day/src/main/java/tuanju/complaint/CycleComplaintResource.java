package tuanju.complaint;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.NotFound;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.LookingAtDesks;
import tuanju.member.SignedIn;
import tuanju.picture.Pictures;

/** What a leader reports at the gate over REST: money is the leader's to give, so deputies find nothing here. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/cycles/{code}")
class CycleComplaintResource {

    private final Desks desks;
    private final LookingAtDesks looking;
    private final Complaining complaining;
    private final Pictures pictures;
    private final ComplaintPhotos photos;
    private final Commands commands;

    /** An order of this cycle. */
    record Place(String code, String order) {}

    /** All complaints of the cycle, oldest first. */
    @GetMapping("/complaints")
    List<ComplaintView> complaints(@AuthenticationPrincipal SignedIn me, @PathVariable String code) {
        return complaining.ofCycle(own(me, code)).stream()
                .map(complaint -> ComplaintView.of(complaint, photos))
                .toList();
    }

    /** Without a photo. */
    @PostMapping(path = "/bags/{order}/complaints", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ComplaintView> report(
            @AuthenticationPrincipal SignedIn me, Place place, CommandKey key, @RequestBody ComplaintWish wish) {
        return report(own(me, place.code()), place, new Sent(key.with(wish), wish, null));
    }

    /** With a photo: what is damaged needs one. */
    @PostMapping(path = "/bags/{order}/complaints", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ComplaintView> report(
            @AuthenticationPrincipal SignedIn me,
            Place place,
            CommandKey key,
            @ModelAttribute ComplaintWish wish,
            @RequestParam MultipartFile photo) {
        return report(own(me, place.code()), place, new Sent(key, wish, photo));
    }

    private record Sent(
            CommandKey key, ComplaintWish wish, @Nullable MultipartFile photo) {}

    private ResponseEntity<ComplaintView> report(Desk desk, Place place, Sent sent) {
        var goods = looking.household(desk, place.order()).orders().stream()
                .filter(order -> order.code().equals(place.order()))
                .findFirst()
                .orElseThrow(NotFound::new);
        var answer = commands.once(sent.key(), ComplaintView.class, () -> {
            var picture = sent.photo() == null
                    ? null
                    : pictures.store(desk.attendant().value(), sent.photo()).value();
            return ComplaintView.of(complaining.report(desk, sent.wish().report(goods, picture)), photos);
        });
        var response = ResponseEntity.status(HttpStatus.CREATED);
        return (answer.replayed() ? response.header("Idempotent-Replayed", "true") : response).body(answer.value());
    }

    private Desk own(SignedIn me, String code) {
        var desk = desks.ofCycle(me.member(), code);
        if (!desk.isOwn()) {
            throw new NotFound();
        }
        return desk;
    }
}
