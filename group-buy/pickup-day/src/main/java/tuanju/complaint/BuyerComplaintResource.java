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
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.SignedIn;
import tuanju.order.OrderId;
import tuanju.order.book.OrderBook;
import tuanju.pickup.PickupSheets;
import tuanju.picture.Pictures;

/** What a buyer reports about an order over REST, and what became of everything reported about it. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/orders/{code}/complaints")
class BuyerComplaintResource {

    private final Complaining complaining;
    private final BuyersComplaining buyers;
    private final OrderBook book;
    private final Communities communities;
    private final Pictures pictures;
    private final ComplaintPhotos photos;
    private final Commands commands;

    /** One of their orders. */
    private record Own(CommunityId community, OrderId id) {}

    @GetMapping
    List<ComplaintView> complaints(@AuthenticationPrincipal SignedIn me, @PathVariable String code) {
        var order = own(me, code);
        return complaining.about(order.community(), List.of(order.id().value())).stream()
                .map(complaint -> ComplaintView.of(complaint, photos))
                .toList();
    }

    /** Without a photo. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ComplaintView> complain(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            CommandKey key,
            @RequestBody ComplaintWish wish) {
        return complain(me, own(me, code), new Sent(key.with(wish), wish, null));
    }

    /** With a photo: what is damaged needs one. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ComplaintView> complain(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            CommandKey key,
            @ModelAttribute ComplaintWish wish,
            @RequestParam MultipartFile photo) {
        return complain(me, own(me, code), new Sent(key, wish, photo));
    }

    private record Sent(
            CommandKey key, ComplaintWish wish, @Nullable MultipartFile photo) {}

    private ResponseEntity<ComplaintView> complain(SignedIn me, Own order, Sent sent) {
        if (sent.wish().kind() == ComplaintKind.UNCLAIMED) {
            throw new Invalid("kind", "complaint-kind");
        }
        var answer = commands.once(sent.key(), ComplaintView.class, () -> {
            var picture = sent.photo() == null
                    ? null
                    : pictures.store(me.member().value(), sent.photo()).value();
            var goods = PickupSheets.order(book.sheet(order.community(), order.id()));
            var report = sent.wish().report(goods, picture);
            var complaint = buyers.complain(me.member(), order.community(), List.of(report))
                    .getFirst();
            return ComplaintView.of(complaint, photos);
        });
        var response = ResponseEntity.status(HttpStatus.CREATED);
        return (answer.replayed() ? response.header("Idempotent-Replayed", "true") : response).body(answer.value());
    }

    private Own own(SignedIn me, String code) {
        var named = Code.read(code);
        return new Own(communities.of(named).id(), book.card(me.member(), named).id());
    }
}
