package tuanju.member;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;

/** Signing up over the API. */
@RestController
@RequiredArgsConstructor
class MemberResources {

    private final SigningUp signingUp;
    private final Members members;
    private final Commands commands;
    private final AddressLimits limits;

    record NewMember(String phone, String password, String name) {
        NewMember {
            Missing.refuse("phone", phone);
            Missing.refuse("password", password);
            Missing.refuse("name", name);
        }
    }

    record MemberResource(UUID id, String name, String phone) {}

    /** The key's body without the password: nothing that could be guessed from a hash is kept. */
    private record Asked(String phone, String name) {}

    @PostMapping("/api/v1/members")
    ResponseEntity<MemberResource> signUp(@RequestBody NewMember wish, CommandKey key, HttpServletRequest request) {
        limits.signUp(request);
        var asked = key.with(new Asked(wish.phone(), wish.name()));
        return commands.once(asked, MemberResource.class, () -> signUp(wish)).with(HttpStatus.CREATED);
    }

    private MemberResource signUp(NewMember wish) {
        var card = members.card(signingUp.signUp(wish.phone(), wish.password(), wish.name()));
        return new MemberResource(card.id().value(), card.name(), card.maskedPhone());
    }
}
