package tuanju.community;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tuanju.command.NotFound;
import tuanju.table.TableFilter;

/** Finds communities; the directory is small and kept in memory for a minute. */
@Component
@RequiredArgsConstructor
public class Communities {

    private static final int RANDOM_LENGTH = 10;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_PLACE = 80;

    private final Directory directory;
    private final CommunityRows rows;
    private final Codes codes;
    private final Clock clock;

    /** The community with this id; refuses an unknown one with NotFound. */
    public CommunityCard get(CommunityId id) {
        return directory.byId(id).orElseThrow(NotFound::new);
    }

    /** The community that a public code belongs to; refuses with NotFound. */
    public CommunityCard of(Code code) {
        return directory.byShortCode(code.communityShortCode()).orElseThrow(NotFound::new);
    }

    /** The community with this short code. */
    public Optional<CommunityCard> find(String shortCode) {
        return directory.byShortCode(shortCode.toUpperCase(Locale.ROOT));
    }

    /** Every open community, by name. */
    public List<CommunityCard> all() {
        return directory.open();
    }

    /** The community that a long table is looked at for; null for all where none was picked. Refuses with NotFound. */
    public @Nullable CommunityId picked(String shortCode) {
        return shortCode.isEmpty()
                ? null
                : find(shortCode).orElseThrow(NotFound::new).id();
    }

    /** The same, as a statement wants it. */
    public @Nullable UUID pickedId(String shortCode) {
        var picked = picked(shortCode);
        return picked == null ? null : picked.value();
    }

    /** The filter by which a long table is looked at for one community; its title, and what is said for all. */
    public TableFilter filter(String title, String any) {
        var homes = all().stream().map(it -> new TableFilter.Choice(it.shortCode(), it.name()));
        return TableFilter.choice("community", title, any, homes);
    }

    /** A new public code of this community; unguessable (50 random bits). */
    public Code nextCode(CommunityId community) {
        return new Code(get(community).shortCode() + codes.next(RANDOM_LENGTH));
    }

    /** Founds a community under a short code that none has yet. */
    @Transactional
    public CommunityCard found(String name, String place) {
        var title = Lines.required("name", name, LONGEST_NAME);
        var where = Lines.optional("place", place, LONGEST_PLACE);
        var card = rows.saveAndFlush(new Community(unusedShortCode(), title, where, clock.instant()))
                .card();
        directory.changed();
        afterCommit(directory::changed);
        return card;
    }

    private String unusedShortCode() {
        var shortCode = codes.next(Code.SHORT_LENGTH);
        return rows.existsByShortCode(shortCode) ? unusedShortCode() : shortCode;
    }

    private static void afterCommit(Runnable act) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                act.run();
            }
        });
    }
}
