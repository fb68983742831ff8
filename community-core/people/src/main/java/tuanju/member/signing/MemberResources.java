package tuanju.member.signing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.Answer;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.member.AddressLimits;
import tuanju.member.Missing;
import tuanju.member.Secret;

/** Signing up over the API, with a code that came back from the phone. */
@RestController
@RequiredArgsConstructor
class MemberResources {

    private final Enrolling enrolling;
    private final Commands commands;
    private final AddressLimits limits;
    private final Secret secret;

    /**
     * Who wants to be a member.
     *
     * @param code the six digits sent to the phone
     * @param password none is needed: a code always works
     */
    record NewMember(
            String phone,
            String code,
            String name,
            @Nullable String password) {
        NewMember {
            Missing.refuse("phone", phone);
            Missing.refuse("code", code);
            Missing.refuse("name", name);
        }
    }

    /**
     * The member of that phone.
     *
     * @param created false for somebody who was one before: nothing of them changes, and the name and password that were
     *     sent are not taken
     */
    record MemberResource(UUID id, String name, String phone, boolean created) {}

    /** The key's body without code and password: nothing that could be guessed from a hash is kept. */
    private record Asked(String phone, String name) {}

    @PostMapping("/api/v1/members")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MemberResource> signUp(@RequestBody NewMember wish, CommandKey key, HttpServletRequest request) {
        var wanted = enrolling.wanted(wish);
        limits.signUp(request);
        var asked = key.heldBy(secret.hash("sign-up " + wish.phone() + " " + wish.code()))
                .with(new Asked(wish.phone(), wish.name()));
        var answer = commands.answered(asked, MemberResource.class).orElseGet(() -> enrol(asked, wanted, request));
        return answer.with(answer.value().created() ? HttpStatus.CREATED : HttpStatus.OK);
    }

    private Answer<MemberResource> enrol(CommandKey asked, Enrolling.Wanted wanted, HttpServletRequest request) {
        limits.tryCode(request);
        var proven = enrolling.proven(wanted);
        var answer = commands.once(asked, MemberResource.class, () -> enrolling.enrol(proven));
        if (!answer.replayed()) {
            enrolling.prove(answer.value(), wanted);
        }
        return answer;
    }
}
