package tuanju.cycle.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.export.CannotRead;
import tuanju.cycle.export.ColumnMap;
import tuanju.cycle.export.ForeignExport;
import tuanju.cycle.export.KuaituantuanExport;
import tuanju.cycle.export.OrderColumn;
import tuanju.cycle.export.ReadExport;
import tuanju.cycle.importing.CycleImports.Kept;
import tuanju.member.MemberId;

/** A leader says what the columns of another tool's export mean, once; files with the same headers are read like this again. */
@Component
@RequiredArgsConstructor
class NamingColumns {

    private final OrderCycles cycles;
    private final CycleImports imports;
    private final ImportColumns columns;

    /**
     * A file as far as it can be read.
     *
     * @param columns what was remembered of its columns; null where this program knows them, or nobody has said
     * @param refusal why it cannot be read before its columns are named; null where it can
     */
    record Reading(
            ReadExport export,
            @Nullable ColumnMap columns,
            @Nullable CannotRead refusal) {

        /** What was read. Refuses with CannotRead where nobody has named the columns. */
        ReadExport whole() {
            if (refusal != null) {
                throw refusal;
            }
            return export;
        }
    }

    /**
     * A file whose columns are asked about.
     *
     * @param said what each column was said or is guessed to mean, in their sequence; null for nothing
     */
    record Asked(UUID id, String file, ForeignExport export, List<Said> said) {}

    /** A column with what it means, as far as anybody knows. */
    record Said(ForeignExport.Column column, @Nullable OrderColumn means) {}

    /** Reads a file by what is known or remembered of its columns. Refuses with CannotRead what is no export at all. */
    Reading read(CommunityId community, MemberId leader, byte[] file) {
        try {
            return new Reading(KuaituantuanExport.read(file), null, null);
        } catch (CannotRead refusal) {
            if (!ForeignExport.isReason(refusal)) {
                throw refusal;
            }
            return foreign(ForeignExport.in(file), community, leader, refusal);
        }
    }

    private Reading foreign(ForeignExport file, CommunityId community, MemberId leader, CannotRead refusal) {
        var map = columns.remembered(community, leader, file.signature());
        try {
            return map.map(known -> new Reading(file.read(known), known, null))
                    .orElseGet(() -> new Reading(ForeignExport.unread(), null, refusal));
        } catch (CannotRead cell) {
            return new Reading(ForeignExport.unread(), null, cell);
        }
    }

    /** The file uploaded last, if its columns have to be named, or were named by hand and may be named anew. */
    Optional<Asked> asked(CycleCard cycle) {
        return imports.latest(cycle).flatMap(kept -> asked(cycle, kept));
    }

    /** The same of one file. */
    Optional<Asked> asked(CycleCard cycle, Kept kept) {
        if (kept.importedAt() != null || kept.columns() == null && !isForeign(kept)) {
            return Optional.empty();
        }
        var file = ForeignExport.in(kept.bytes());
        var map = Optional.ofNullable(kept.columns())
                .or(() -> columns.remembered(cycle.community(), cycle.leader(), file.signature()));
        var said = file.columns().stream()
                .map(column ->
                        new Said(column, map.isPresent() ? map.get().columns().get(column.name()) : column.guess()))
                .toList();
        return Optional.of(new Asked(kept.id(), kept.name(), file, said));
    }

    private static boolean isForeign(Kept kept) {
        try {
            KuaituantuanExport.read(kept.bytes());
            return false;
        } catch (CannotRead refusal) {
            return ForeignExport.isReason(refusal);
        }
    }

    /**
     * Says what the columns of a kept file mean, by their place, and remembers it for the headers. Refuses with Invalid what
     * cannot be used or comes too late, with CannotRead a cell that its column cannot hold, and keeps nothing then.
     */
    @Transactional
    public void name(MemberId leader, Code code, UUID file, Map<Integer, OrderColumn> meanings) {
        name(leader, code, file, foreign -> byName(foreign.columns(), meanings));
    }

    /** The same by the names that the columns have there. Refuses with Invalid also a name that none of them has. */
    @Transactional
    public void nameEach(MemberId leader, Code code, UUID file, Map<String, OrderColumn> meanings) {
        name(leader, code, file, foreign -> known(foreign.columns(), meanings));
    }

    private void name(
            MemberId leader, Code code, UUID file, Function<ForeignExport, Map<String, OrderColumn>> meanings) {
        var cycle = cycles.ledBy(leader, code);
        var kept = imports.find(cycle, file).orElseThrow(NotFound::new);
        if (kept.importedAt() != null) {
            throw new Invalid("columns", "import-columns-taken");
        }
        var foreign = ForeignExport.in(kept.bytes());
        var map = new ColumnMap(meanings.apply(foreign));
        foreign.read(map);
        columns.use(cycle, file, map);
        columns.remember(cycle.community(), leader, foreign.signature(), map);
    }

    private static Map<String, OrderColumn> byName(
            List<ForeignExport.Column> names, Map<Integer, OrderColumn> meanings) {
        var said = new HashMap<String, OrderColumn>();
        meanings.forEach((at, meaning) -> {
            if (at < 0 || at >= names.size()) {
                throw new Invalid("columns", "import-columns-needed");
            }
            said.put(names.get(at).name(), meaning);
        });
        return said;
    }

    private static Map<String, OrderColumn> known(List<ForeignExport.Column> names, Map<String, OrderColumn> meanings) {
        var there = names.stream().map(ForeignExport.Column::name).toList();
        if (!there.containsAll(meanings.keySet())) {
            throw new Invalid("columns", "import-columns-unknown");
        }
        return meanings;
    }
}
