package tuanju.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the one thing we want from a photo's EXIF before it is dropped: which way is up (TIFF tag 0x0112). */
final class Exif {

    private static final int UPRIGHT = 1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int ORIENTATION = 0x0112;

    private Exif() {}

    /** 1 to 8 as EXIF counts them; 1 when the file does not say. */
    static int orientation(byte[] jpeg) {
        var file = ByteBuffer.wrap(jpeg);
        if (file.remaining() < 4 || file.getShort() != (short) 0xFFD8) {
            return UPRIGHT;
        }
        while (file.remaining() > 4 && (file.get() & 0xFF) == 0xFF) {
            int marker = file.get() & 0xFF;
            int length = file.getShort() & 0xFFFF;
            if (marker == START_OF_SCAN || length < 2 || length - 2 > file.remaining()) {
                return UPRIGHT;
            }
            if (marker == APP1 && length > 16) {
                return inTiff(file.slice(file.position(), length - 2));
            }
            file.position(file.position() + length - 2);
        }
        return UPRIGHT;
    }

    private static int inTiff(ByteBuffer segment) {
        if (segment.getInt(0) != 0x45786966) {
            return UPRIGHT;
        }
        var tiff = segment.slice(6, segment.limit() - 6);
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory + 2 > tiff.limit()) {
            return UPRIGHT;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries && directory + 14 + i * 12 <= tiff.limit(); i++) {
            int entry = directory + 2 + i * 12;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                int value = tiff.getShort(entry + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
