package tuanju.chain.settling;

import java.nio.charset.StandardCharsets;
import tuanju.chain.transfer.ReadTransfers;
import tuanju.chain.transfer.TransferReader;
import tuanju.chain.transfer.TransferText;
import tuanju.command.Invalid;

/** A text of transfers, as pasted or as a bill was saved. Refuses with Invalid what is empty or too long. */
record TransferPaste(String text) {

    static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_LINES = 5000;

    TransferPaste {
        text = text.replace("\0", "");
        if (text.length() > MOST_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new Invalid("text", "transfer-too-long", MOST_BYTES / 1024);
        }
        if (text.isBlank()) {
            throw new Invalid("text", "transfer-empty");
        }
        if (text.lines().count() > MOST_LINES) {
            throw new Invalid("text", "transfer-lines", MOST_LINES);
        }
    }

    static TransferPaste of(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new Invalid("text", "transfer-too-long", MOST_BYTES / 1024);
        }
        return new TransferPaste(TransferText.of(file));
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    ReadTransfers read() {
        return TransferReader.read(text);
    }
}
