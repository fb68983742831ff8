package tuanju.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The wire between a program and its database. It reads along, so that harm can be done at a named statement of the
 * packaged program: no test code in the product, no agent, and the point is named by what is written at it.
 */
final class Wire implements AutoCloseable {

    private final int database;
    private final ServerSocket door;
    private final List<Trap> traps = new CopyOnWriteArrayList<>();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();

    Wire(int database) {
        this.database = database;
        try {
            door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::connect);
    }

    /** What a program is told instead of the database's own address. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres?sslmode=disable&gssEncMode=disable"
                .formatted(door.getLocalPort());
    }

    Trap set(Trap trap) {
        traps.add(trap);
        return trap;
    }

    void clear() {
        traps.clear();
    }

    List<Trap> traps() {
        return traps;
    }

    /** Cuts every connection there is. */
    void cut() {
        links.forEach(Link::close);
    }

    private void connect() {
        while (!door.isClosed()) {
            try {
                var program = door.accept();
                var link = new Link(this, program, new Socket(InetAddress.getLoopbackAddress(), database));
                links.add(link);
                link.start(() -> links.remove(link));
            } catch (IOException e) {
                // closed, or the database is away: the program sees a closed connection
            }
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
