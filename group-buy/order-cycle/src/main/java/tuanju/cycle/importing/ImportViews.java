package tuanju.cycle.importing;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;

/** Kept files of other tools as programs see them. */
@Component
@RequiredArgsConstructor
class ImportViews {

    private final CycleImports imports;
    private final CycleImporting importing;
    private final NamingColumns naming;

    /** Where a kept file is looked at. */
    static URI place(Code cycle, @Nullable UUID file) {
        return URI.create("/api/v1/cycles/" + cycle + "/imports/" + file);
    }

    /** As it is read now. Refuses with NotFound. */
    ImportResource of(CycleCard cycle, UUID file) {
        return ImportResource.of(importing.look(cycle, file), null).kept(file, cycle.code(), columns(cycle, file));
    }

    /** Takes its orders in: how it was read, and what became of it. */
    ImportResource taken(CycleCard cycle, UUID file, ImportPreview read, CycleImporting.Wish wish) {
        return ImportResource.of(read, importing.take(cycle.leader(), cycle.code(), file, wish))
                .kept(file, cycle.code(), List.of());
    }

    private List<ImportResource.Column> columns(CycleCard cycle, UUID file) {
        var kept = imports.find(cycle, file).orElseThrow(NotFound::new);
        return naming.asked(cycle, kept).stream()
                .flatMap(asked -> asked.said().stream())
                .map(ImportResource.Column::of)
                .toList();
    }
}
