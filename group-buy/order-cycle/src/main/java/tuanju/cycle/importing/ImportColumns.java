package tuanju.cycle.importing;

import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleCard;
import tuanju.cycle.export.ColumnMap;
import tuanju.member.MemberId;
import tuanju.outbox.StoredJson;

/** What the columns of other tools' exports say, remembered for each leader and each set of headers. */
@Component
@RequiredArgsConstructor
class ImportColumns {

    private final JdbcClient jdbc;
    private final StoredJson stored;

    Optional<ColumnMap> remembered(CommunityId community, MemberId leader, String signature) {
        return jdbc.sql("""
                        select column_map from cycle_import_columns
                        where community_id = :community and leader_id = :leader and signature = :signature
                        """)
                .param("community", community.value())
                .param("leader", leader.value())
                .param("signature", signature)
                .query((row, number) -> stored.read(row.getString("column_map"), ColumnMap.class))
                .optional();
    }

    void remember(CommunityId community, MemberId leader, String signature, ColumnMap map) {
        jdbc.sql("""
                        insert into cycle_import_columns (community_id, leader_id, signature, column_map)
                        values (:community, :leader, :signature, :map::jsonb)
                        on conflict (community_id, leader_id, signature)
                            do update set column_map = excluded.column_map, said_at = now()
                        """)
                .param("community", community.value())
                .param("leader", leader.value())
                .param("signature", signature)
                .param("map", stored.write(map))
                .update();
    }

    /** From now on a kept file is read like this. */
    void use(CycleCard cycle, UUID file, ColumnMap map) {
        jdbc.sql("""
                        update cycle_import set column_map = :map::jsonb
                        where community_id = :community and cycle_id = :cycle and id = :id
                        """)
                .param("map", stored.write(map))
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("id", file)
                .update();
    }
}
