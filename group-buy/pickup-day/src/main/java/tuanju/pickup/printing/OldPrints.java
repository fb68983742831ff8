package tuanju.pickup.printing;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.pickup.PickupSettings;

/**
 * Forgets what lists said long ago. They are working papers with names on them; what was traded stands in the orders,
 * which stay. No row is locked first: the program may not change what lists said, and PostgreSQL asks for that right.
 */
@Component
@RequiredArgsConstructor
class OldPrints {

    private final JdbcClient jdbc;
    private final PickupSettings settings;

    /** Forgets at most 500 prints, and what they said where no later print said the same; answers how many rows went. */
    @Transactional
    public int forget() {
        return prints() + versions() + walks();
    }

    private int prints() {
        return jdbc.sql("""
                        delete from list_print where (community_id, id) in (
                            select community_id, id from list_print
                            where printed_at < now() - make_interval(secs => :kept)
                            order by printed_at limit 500)
                        """)
                .param("kept", (double) settings.printsFor().toSeconds())
                .update();
    }

    private int walks() {
        return jdbc.sql("delete from walk_print where printed_at < now() - make_interval(secs => :kept)")
                .param("kept", (double) settings.printsFor().toSeconds())
                .update();
    }

    /** Old in itself too. Nobody prints a list that old again: its cycle is out of sight long before. */
    private int versions() {
        return jdbc.sql("""
                        delete from list_version where (community_id, cycle_id, fingerprint) in (
                            select v.community_id, v.cycle_id, v.fingerprint from list_version v
                            where v.said_at < now() - make_interval(secs => :kept) and not exists (
                                select from list_print p where p.community_id = v.community_id
                                    and p.cycle_id = v.cycle_id and p.fingerprint = v.fingerprint)
                            order by v.said_at limit 500)
                        """)
                .param("kept", (double) settings.printsFor().toSeconds())
                .update();
    }
}
