package tuanju.note.people;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.member.SignedIn;

/** Whom the caller follows, mutes and blocks. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/me/{relation:follows|mutes|blocks}")
class PeopleResources {

    private final Relations relations;

    /** Somebody who writes. */
    record Person(String code, String name) {}

    record All(List<Person> items) {}

    /** The latest first. */
    @GetMapping
    All all(@AuthenticationPrincipal SignedIn me, @PathVariable String relation) {
        return new All(relations.all(me.member(), Relation.of(relation)).stream()
                .map(it -> new Person(it.code(), it.name()))
                .toList());
    }

    @PutMapping("/{author}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void begin(@AuthenticationPrincipal SignedIn me, @PathVariable String relation, @PathVariable String author) {
        relations.begin(me.member(), Relation.of(relation), author);
    }

    @DeleteMapping("/{author}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@AuthenticationPrincipal SignedIn me, @PathVariable String relation, @PathVariable String author) {
        relations.end(me.member(), Relation.of(relation), author);
    }
}
