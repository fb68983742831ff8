package tuanju.cycle.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks an uploaded workbook under limits and packs it again, so that what is parsed is exactly what was measured: a
 * zip whose directory tells another story than its contents has no second reader here.
 */
final class MeasuredZip {

    static final int MOST_MEGABYTES = 10;
    private static final int MOST_BYTES = MOST_MEGABYTES << 20;
    private static final int MOST_ENTRIES = 300;
    private static final int MOST_UNPACKED = 60 << 20;
    private static final int MOST_RATIO = 200;
    private static final int RATIO_COUNTS_FROM = 4 << 20;
    private static final int HEAD = 4096;

    private final byte[] file;
    private final Set<String> names = new HashSet<>();
    private long unpacked;

    private MeasuredZip(byte[] file) {
        this.file = file;
    }

    static byte[] repacked(byte[] file) {
        refuseByItsLooks(file);
        try {
            return new MeasuredZip(file).repack();
        } catch (IOException | IllegalArgumentException broken) {
            throw CannotRead.corrupt();
        }
    }

    private static void refuseByItsLooks(byte[] file) {
        if (file.length == 0) {
            throw CannotRead.empty();
        }
        if (file.length > MOST_BYTES) {
            throw CannotRead.tooLarge(MOST_MEGABYTES);
        }
        boolean zip = file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
        if (!zip) {
            throw CannotRead.noWorkbook();
        }
    }

    private byte[] repack() throws IOException {
        var copy = new ByteArrayOutputStream();
        try (var in = ZipFile.builder().setByteArray(file).get();
                var out = new ZipOutputStream(copy, StandardCharsets.UTF_8)) {
            out.setLevel(1);
            for (var entry : Collections.list(in.getEntries())) {
                if (!entry.isDirectory()) {
                    copy(entry, in, out);
                }
            }
        }
        if (!names.contains("xl/workbook.xml") || !names.contains("[content_types].xml")) {
            throw CannotRead.noWorkbook();
        }
        return copy.toByteArray();
    }

    private void copy(ZipArchiveEntry entry, ZipFile in, ZipOutputStream out) throws IOException {
        var plain = entry.getName().toLowerCase(Locale.ROOT);
        if (plain.contains("vbaproject") || plain.contains("macrosheets/")) {
            throw CannotRead.macros();
        }
        if (!names.add(plain) || plain.contains("..") || !in.canReadEntryData(entry)) {
            throw new ZipException("Two parts of one name, a path that climbs, or a locked part");
        }
        if (names.size() > MOST_ENTRIES) {
            throw CannotRead.bomb();
        }
        var part = unpack(in.getInputStream(entry));
        inspect(entry.getName(), part);
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(part);
        out.closeEntry();
    }

    private byte[] unpack(InputStream in) throws IOException {
        var part = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            unpacked += read;
            boolean swollen = unpacked > RATIO_COUNTS_FROM && unpacked / file.length > MOST_RATIO;
            if (unpacked > MOST_UNPACKED || swollen) {
                throw CannotRead.bomb();
            }
            part.write(buffer, 0, read);
        }
        return part.toByteArray();
    }

    private static void inspect(String name, byte[] part) {
        var plain = name.toLowerCase(Locale.ROOT);
        if (!plain.endsWith(".xml") && !plain.endsWith(".rels")) {
            return;
        }
        // zero bytes away, so that UTF-16 hides nothing
        var head = new String(part, 0, Math.min(part.length, HEAD), StandardCharsets.ISO_8859_1).replace("\0", "");
        if (head.contains("<!DOCTYPE") || head.contains("<!ENTITY")) {
            throw CannotRead.externalEntities(name);
        }
        if (plain.equals("[content_types].xml") && head.toLowerCase(Locale.ROOT).contains("macroenabled")) {
            throw CannotRead.macros();
        }
    }
}
