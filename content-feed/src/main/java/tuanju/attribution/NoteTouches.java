package tuanju.attribution;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.attribution.Trail.Kind;
import tuanju.card.Viewer;
import tuanju.command.NetworkAddress;
import tuanju.command.NotFound;
import tuanju.command.RateLimits;
import tuanju.command.TooMany;
import tuanju.community.Code;
import tuanju.link.click.LinkClicks;
import tuanju.link.click.Reader;
import tuanju.member.MemberId;
import tuanju.note.Note;
import tuanju.note.Notes;

/**
 * Notes are read, and what they are about is opened from them: counted once for a reader, a note and a day. Robots and the author
 * are nobody; who is signed in is known again on every device, others by their browser as long as it keeps the trail.
 */
@Component
@RequiredArgsConstructor
public class NoteTouches {

    /** Of one note, from one address in an hour: a whole house behind one connection, and no more. */
    private static final int STRANGERS = 20;

    private final Notes notes;
    private final TouchRows rows;
    private final TrailMemory memory;
    private final RateLimits limits;
    private final Clock clock;

    /** Whether strangers at this address may go on being counted: whoever throws away what their browser keeps is new each time. */
    boolean isInMeasure(String note, HttpServletRequest request) {
        if (Reader.of(request).isPresent()) {
            return true;
        }
        try {
            var who = note.substring(0, Math.min(note.length(), 40)) + " " + NetworkAddress.of(request);
            limits.take("note touched " + who, STRANGERS, Duration.ofHours(1));
            return true;
        } catch (TooMany enough) {
            return false;
        }
    }

    /** Half of it was scrolled through, or it stood there for ten seconds. Refuses with NotFound what they may not see. */
    @Transactional
    void read(Code code, HttpServletRequest request, HttpServletResponse response) {
        var reader = Reader.of(request).orElse(null);
        var note = notes.find(new Viewer(reader), code);
        if (!LinkClicks.isRobot(request.getHeader("User-Agent"))) {
            touched(note, Kind.READ, request, response);
        }
    }

    /** The page of this code was opened from this note; anything else than a note that is about it is nothing. */
    @Transactional
    void clicked(String note, String page, HttpServletRequest request, HttpServletResponse response) {
        Optional.ofNullable(TrailKeeping.code(note))
                .flatMap(it -> find(it, Reader.of(request).orElse(null)))
                .filter(isAbout(page))
                .ifPresent(it -> touched(it, Kind.CLICK, request, response));
    }

    /** The same by a member who is not at a browser: programs say it so. Refuses with NotFound what they may not see. */
    @Transactional
    public void read(MemberId reader, Code code) {
        counted(notes.find(new Viewer(reader), code), Kind.READ, reader);
    }

    /** Opened what it is about; the same way. */
    @Transactional
    public void clicked(MemberId reader, Code code) {
        counted(notes.find(new Viewer(reader), code), Kind.CLICK, reader);
    }

    private void touched(Note note, Kind kind, HttpServletRequest request, HttpServletResponse response) {
        var reader = Reader.of(request).orElse(null);
        if (note.isBy(reader)) {
            return;
        }
        var community = note.code().communityShortCode();
        var trail = memory.of(request, community);
        var now = clock.instant();
        if (trail.isNew(note.code(), kind, now)) {
            counted(note, kind, reader);
        }
        memory.keep(trail.with(note.code(), kind, now), community, request, response);
    }

    private void counted(Note note, Kind kind, @Nullable MemberId reader) {
        if (!note.isBy(reader)) {
            rows.count(note.community(), note.code(), kind, reader);
        }
    }

    private Optional<Note> find(Code note, @Nullable MemberId reader) {
        try {
            return Optional.of(notes.find(new Viewer(reader), note));
        } catch (NotFound none) {
            return Optional.empty();
        }
    }

    private static Predicate<Note> isAbout(String page) {
        return note ->
                note.about().stream().anyMatch(it -> it.ref().code().value().equals(page));
    }
}
