package tuanju.cycle.importing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.address.Door;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.NamedPoints;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.export.CannotRead;
import tuanju.cycle.export.ForeignExport;
import tuanju.cycle.export.ReadExport;
import tuanju.cycle.export.ReadOrder;
import tuanju.cycle.importing.CycleImports.ImportedOrder;
import tuanju.cycle.importing.CycleImports.Kept;
import tuanju.cycle.importing.CycleImports.Upload;
import tuanju.cycle.importing.ImportedOrders.Correction;
import tuanju.cycle.ordering.Looks;
import tuanju.cycle.ordering.MovingOrders;
import tuanju.cycle.planning.ImportedDrafts;
import tuanju.live.LiveTopics;
import tuanju.member.MemberId;
import tuanju.order.book.OrderBook;
import tuanju.order.life.Orders;

/** A leader brings the orders of another tool into a cycle: looks first, then takes them in at once or not at all. */
@Component
@RequiredArgsConstructor
class CycleImporting {

    private final OrderCycles cycles;
    private final CyclePoints points;
    private final ImportedDrafts drafts;
    private final CycleImports imports;
    private final NamingColumns naming;
    private final ImportColumns remembered;
    private final Looks looks;
    private final DoorQuestions questions;
    private final Orders orders;
    private final OrderBook book;
    private final MovingOrders moving;
    private final ImportedCycles importedCycles;
    private final KnownGoods goods;
    private final AuditTrail audit;
    private final LiveTopics live;
    private final Clock clock;

    /** The file of this cycle uploaded last, read but not taken in. */
    Optional<ImportPreview> latest(CycleCard cycle) {
        return imports.latest(cycle).filter(CycleImporting::isReadable).map(kept -> preview(cycle, kept, kept.read()));
    }

    /** One kept file of this cycle; without orders while its columns are still to be named. Refuses with NotFound. */
    ImportPreview look(CycleCard cycle, UUID id) {
        var kept = imports.find(cycle, id).orElseThrow(NotFound::new);
        return preview(cycle, kept, isReadable(kept) ? kept.read() : ForeignExport.unread());
    }

    /** Another tool's file is not, before its columns are named. */
    private static boolean isReadable(Kept kept) {
        try {
            kept.read();
            return true;
        } catch (CannotRead refusal) {
            if (ForeignExport.isReason(refusal)) {
                return false;
            }
            throw refusal;
        }
    }

    private ImportPreview preview(CycleCard cycle, Kept kept, ReadExport export) {
        return ImportPreview.of(kept, goods.in(cycle, export), imports.known(cycle));
    }

    /** Reads without keeping anything; refuses what cannot be read. */
    ImportPreview dryRun(CycleCard cycle, Upload upload) {
        var reading = naming.read(cycle.community(), cycle.leader(), upload.bytes());
        var kept = new Kept(new UUID(0, 0), upload.name(), upload.bytes(), null, reading.columns());
        return preview(cycle, kept, reading.whole());
    }

    /**
     * Keeps a file to be looked at, also another tool's whose columns are still to be named; refuses with CannotRead what is no
     * export and keeps nothing of it.
     */
    @Transactional
    public UUID upload(MemberId leader, Code code, Upload upload) {
        var cycle = cycles.ledBy(leader, code);
        return keep(cycle, leader, upload, naming.read(cycle.community(), leader, upload.bytes()));
    }

    private UUID keep(CycleCard cycle, MemberId leader, Upload upload, NamingColumns.Reading reading) {
        var id = imports.keep(cycle, leader, upload);
        var columns = reading.columns();
        if (columns != null) {
            remembered.use(cycle, id, columns);
        }
        return id;
    }

    /**
     * Keeps a readable file with a cycle of its own, a draft until the orders are taken in. A file this leader brought
     * before leads to the cycle it is in, so that nobody packs the same bags twice.
     */
    @Transactional
    public Code uploadNew(MemberId leader, CommunityId community, Upload upload) {
        return uploadNew(leader, new Home(community, null), upload);
    }

    /** Whether this leader brought the file before; asked in the transaction that brings it. */
    boolean isKnown(MemberId leader, CommunityId community, Upload upload) {
        imports.takeTurn(leader);
        return imports.cycleWith(community, leader, upload).isPresent();
    }

    /**
     * Where a new cycle belongs.
     *
     * @param point one of the leader's pickup points; null for their first
     */
    record Home(CommunityId community, @Nullable UUID point) {}

    /** The same at a pickup point of the leader's choice. Refuses with Invalid one that is not theirs. */
    @Transactional
    public Code uploadNew(MemberId leader, Home home, Upload upload) {
        var reading = naming.read(home.community(), leader, upload.bytes());
        imports.takeTurn(leader);
        var before = imports.cycleWith(home.community(), leader, upload);
        if (before.isPresent()) {
            return before.get();
        }
        var cycle = importedCycles.draft(leader, home, reading.export().titled(upload.name()));
        keep(cycle, leader, upload, reading);
        return cycle.code();
    }

    /**
     * What a leader adds to a file.
     *
     * @param corrections doors put in by hand, by the order's name in the file
     * @param point where orders are collected whose note or address names no point; null for the main point
     */
    record Wish(
            Map<String, Correction> corrections, @Nullable UUID point) {

        Wish {
            corrections = Map.copyOf(corrections);
        }
    }

    /** The same with nothing but corrected doors. */
    @Transactional
    public ImportResult take(MemberId leader, Code code, UUID id, Map<String, Correction> corrections) {
        return take(leader, code, id, new Wish(corrections, null));
    }

    /**
     * Takes the orders of a kept file in, each once for its cycle however often it comes. One transaction. Refuses with Invalid
     * a point that is not one of the cycle's.
     */
    @Transactional
    public ImportResult take(MemberId leader, Code code, UUID id, Wish wish) {
        var cycle = cycles.ledBy(leader, code);
        drafts.lock(cycle);
        var kept = imports.find(cycle, id).orElseThrow(NotFound::new);
        var export = goods.in(cycle, kept.read());
        ImportedOrders.mustBeIn(export, wish.corrections().keySet());
        var known = imports.known(cycle);
        var fresh = export.orders().stream()
                .filter(order -> !known.containsKey(order.key()))
                .toList();
        place(cycle, kept, fresh, wish);
        imports.imported(cycle, id);
        drafts.close(cycle, leader, clock.instant());
        var result = ImportResult.of(export, fresh.size(), changed(export, known));
        audit.record(leader.value(), "cycle.import", cycle.code().value(), kept.name() + ": " + fresh.size());
        live.changed("cycle:" + cycle.id());
        return result;
    }

    /** Puts in the door of an order by hand; what was to be looked at is settled. Refuses with NotFound another cycle's. */
    @Transactional
    public void correct(MemberId leader, Code code, Code order, Correction correction) {
        var cycle = cycles.ledBy(leader, code);
        var id = book.idsIn(cycle.community(), cycle.id(), List.of(order)).getFirst();
        var before = book.sheet(cycle.community(), id).address().door();
        var door = correction.door();
        moving.toDoor(
                leader,
                code,
                new MovingOrders.Bagged(order, null, "door-corrected"),
                door.lane().isEmpty() ? new Door(before.lane(), door.building(), door.unit(), door.room()) : door);
    }

    /** The leader has looked at an order and leaves it as it is. */
    @Transactional
    public void settle(MemberId leader, Code code, Code order) {
        var cycle = cycles.ledBy(leader, code);
        looks.settle(cycle, looks.order(cycle, order), leader);
        questions.settle(leader, code, order);
    }

    private void place(CycleCard cycle, Kept kept, List<ReadOrder> fresh, Wish wish) {
        var where = NamedPoints.of(points.of(cycle), wish.point());
        if (fresh.isEmpty()) {
            return;
        }
        var byKey = fresh.stream()
                .collect(Collectors.toMap(order -> ImportedOrders.externalKey(cycle, order), Function.identity()));
        var placed = orders.placeImported(
                cycle.community(),
                fresh.stream()
                        .map(order -> ImportedOrders.newOrder(cycle, kept.source(), order, wish.corrections(), where))
                        .toList());
        for (var order : placed) {
            var read = byKey.get(order.externalKey());
            if (read == null) {
                throw new IllegalStateException("An order came back that was not asked for");
            }
            var corrected = ImportedOrders.isCorrected(read, wish.corrections());
            imports.add(cycle, kept.id(), new ImportedOrder(order, read, corrected));
        }
    }

    private static boolean isOther(CycleImports.@Nullable Known known, ReadOrder order) {
        return known != null && !known.content().equals(order.content());
    }

    private static int changed(ReadExport export, Map<String, CycleImports.Known> known) {
        return (int) export.orders().stream()
                .filter(order -> isOther(known.get(order.key()), order))
                .count();
    }
}
