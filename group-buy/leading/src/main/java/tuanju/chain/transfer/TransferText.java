package tuanju.chain.transfer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a file that a phone, a bill or a spreadsheet saved: UTF-8 with or without its mark, else GB18030 (GBK). */
public final class TransferText {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String MARK = "\uFEFF";

    private TransferText() {}

    public static String of(byte[] file) {
        var text = decoded(file);
        return text.startsWith(MARK) ? text.substring(1) : text;
    }

    private static String decoded(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(file, GB18030);
        }
    }
}
