package tuanju.member.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.member.ApiTokens;
import tuanju.member.Household;
import tuanju.member.Missing;
import tuanju.member.Nickname;
import tuanju.member.SignedIn;

/** A member's own name, home and password, for programs. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/members/me")
class ProfileResources {

    private final Profiles profiles;
    private final ChangingPassword passwords;

    /** What a member is called and where they live, all of it: a part of the home that is left out is none. */
    record Wanted(
            String name,
            @Nullable String lane,
            @Nullable String building,
            @Nullable String unit,
            @Nullable String room) {
        Wanted {
            Missing.refuse("name", name);
        }

        Household home() {
            return new Household(or(lane), or(building), or(unit), or(room));
        }
    }

    /**
     * A password.
     *
     * @param old the one until now; left out where there was none
     */
    record NewPassword(@Nullable String old, String password) {
        NewPassword {
            Missing.refuse("password", password);
        }

        /** Never what was typed: this text could end up in a log. */
        @Override
        public String toString() {
            return "a new password";
        }
    }

    /**
     * A member as they see themselves.
     *
     * @param phone without its middle
     */
    record ProfileResource(
            UUID id,
            String name,
            String phone,
            String lane,
            String building,
            String unit,
            String room,
            boolean hasPassword) {

        private static ProfileResource of(Profile profile) {
            var card = profile.card();
            var home = profile.household();
            return new ProfileResource(
                    card.id().value(),
                    card.name(),
                    card.maskedPhone(),
                    home.lane(),
                    home.building(),
                    home.unit(),
                    home.room(),
                    profile.hasPassword());
        }
    }

    @GetMapping
    ProfileResource read(@AuthenticationPrincipal SignedIn me) {
        return ProfileResource.of(profiles.of(me));
    }

    @PutMapping
    ProfileResource change(@AuthenticationPrincipal SignedIn me, @RequestBody Wanted wanted) {
        profiles.change(me, new Nickname(wanted.name()), wanted.home());
        return read(me);
    }

    /** All browsers and other tokens are signed out. A repeat is refused by "old": the password is another one by then. */
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(
            @AuthenticationPrincipal SignedIn me, @RequestBody NewPassword wanted, HttpServletRequest request) {
        var bearer = Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), "");
        passwords.byProgram(me, or(wanted.old()), wanted.password(), ApiTokens.in(bearer));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
