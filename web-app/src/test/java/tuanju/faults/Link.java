package tuanju.faults;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One connection over the wire, in PostgreSQL's protocol 3: a type letter, a length, a body. It knows the statements of the
 * transaction it is in.
 */
final class Link {

    private static final String FAILING = "the_wire_refuses";
    private static final String REFUSAL =
            "do $$ begin raise exception 'refused on the wire' using errcode = 'query_canceled'; end $$";

    private final Wire wire;
    private final Socket program;
    private final Socket database;
    private final DataOutputStream toProgram;
    private final DataOutputStream toDatabase;
    private final Map<String, String> prepared = new ConcurrentHashMap<>();
    private final List<String> transaction = new CopyOnWriteArrayList<>();
    private boolean refusing;
    private int ready;

    Link(Wire wire, Socket program, Socket database) throws IOException {
        this.wire = wire;
        this.program = program;
        this.database = database;
        toProgram = new DataOutputStream(new BufferedOutputStream(program.getOutputStream()));
        toDatabase = new DataOutputStream(new BufferedOutputStream(database.getOutputStream()));
        program.setTcpNoDelay(true);
        database.setTcpNoDelay(true);
    }

    private record Message(int type, byte[] body) {

        static Message read(DataInputStream from) throws IOException {
            int type = from.readByte();
            var body = new byte[from.readInt() - 4];
            from.readFully(body);
            return new Message(type, body);
        }

        /** The text that begins here and ends with a zero byte. */
        String text(int from) {
            int end = from;
            while (body[end] != 0) {
                end++;
            }
            return new String(body, from, end - from, StandardCharsets.UTF_8);
        }

        /** Where the text that begins here is over. */
        int after(int from) {
            return from + text(from).getBytes(StandardCharsets.UTF_8).length + 1;
        }
    }

    void start(Runnable whenOver) {
        Thread.startVirtualThread(() -> pump(this::listenToProgram, whenOver));
        Thread.startVirtualThread(() -> pump(this::listenToDatabase, whenOver));
    }

    void close() {
        try (program;
                database) {
            // both ends hear of it
        } catch (IOException e) {
            // it was over already
        }
    }

    private interface Pump {
        void run() throws IOException;
    }

    private void pump(Pump pump, Runnable whenOver) {
        try {
            pump.run();
        } catch (IOException e) {
            // one side went away
        } finally {
            close();
            whenOver.run();
        }
    }

    private void listenToProgram() throws IOException {
        var in = new DataInputStream(new BufferedInputStream(program.getInputStream()));
        var first = new byte[in.readInt() - 4];
        in.readFully(first);
        toDatabase.writeInt(first.length + 4);
        toDatabase.write(first);
        toDatabase.flush();
        while (true) {
            hear(Message.read(in));
        }
    }

    private void hear(Message message) throws IOException {
        switch (message.type()) {
            case 'P' -> prepared.put(message.text(0), message.text(message.after(0)));
            case 'B' -> say(prepared.getOrDefault(message.text(message.after(0)), ""));
            case 'Q' -> say(message.text(0));
            case 'S' -> refusing = false;
            default -> {}
        }
        if (!refusing) {
            send(toDatabase, message);
        }
        if (message.type() != 'P' && message.type() != 'B' && message.type() != 'D' && message.type() != 'E') {
            toDatabase.flush();
        }
    }

    /** A statement is about to be sent. */
    private void say(String sql) throws IOException {
        transaction.add(sql.toLowerCase(Locale.ROOT));
        for (var trap : wire.traps()) {
            if (!refusing && trap.isAt(transaction) && trap.spring()) {
                hurt(trap.harm());
            }
        }
    }

    private void hurt(Trap.Harm harm) throws IOException {
        switch (harm) {
            case CUT -> throw new IOException("cut");
            case DELAY -> Pause.of(Trap.DELAY);
            case FAIL -> {
                send(toDatabase, bind());
                send(toDatabase, new Message('E', new byte[5]));
                refusing = true;
            }
        }
    }

    private void listenToDatabase() throws IOException {
        var in = new DataInputStream(new BufferedInputStream(database.getInputStream()));
        while (true) {
            var message = Message.read(in);
            if (message.type() == 'Z' && ++ready == 1) {
                prepareRefusal();
                Message.read(in); // parsed
                message = Message.read(in);
            }
            committed(message);
            send(toProgram, message);
            if (in.available() == 0) {
                toProgram.flush();
            }
        }
    }

    private void committed(Message message) throws IOException {
        if (message.type() == 'C' && message.text(0).equals("COMMIT")) {
            for (var trap : wire.traps()) {
                if (trap.isCommitOf(transaction) && trap.spring()) {
                    hurt(trap.harm());
                }
            }
        }
        if (message.type() == 'Z' && message.body()[0] == 'I') {
            transaction.clear();
        }
    }

    /** The program waits for the first "ready", so the wire may ask something itself before it passes that on. */
    private void prepareRefusal() throws IOException {
        send(toDatabase, new Message('P', bytes(FAILING + "\0" + REFUSAL + "\0\0\0")));
        send(toDatabase, new Message('S', new byte[0]));
        toDatabase.flush();
    }

    private static Message bind() {
        // no portal's name, this statement, no formats, no parameters, no result formats
        return new Message('B', bytes("\0" + FAILING + "\0" + "\0\0\0\0\0\0"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void send(DataOutputStream out, Message message) throws IOException {
        out.writeByte(message.type());
        out.writeInt(message.body().length + 4);
        out.write(message.body());
    }
}
