package tuanju.stored;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.event.TransactionalEventListener;

/** Everything this program stores as JSON and reads back, found in its own bytecode: no list is kept by hand. */
final class StoredTypes {

    private static final String COMMANDS = "tuanju/command/Commands";
    private static final String STORED_JSON = "tuanju/outbox/StoredJson";

    private StoredTypes() {}

    /** A listener that hears after commit and what it hears. */
    record Listener(Method method) {

        Class<?> event() {
            return method.getParameterTypes()[0];
        }

        String condition() {
            return annotation().condition();
        }

        /** As the outbox names it; one that has moved says the name that it had. */
        String id() {
            var said = annotation().id();
            return said.isEmpty()
                    ? method.getDeclaringClass().getName() + "." + method.getName() + "(" + event().getName() + ")"
                    : said;
        }

        private TransactionalEventListener annotation() {
            return AnnotatedElementUtils.getMergedAnnotation(method, TransactionalEventListener.class);
        }
    }

    static Stream<Listener> listeners() {
        return classes().stream()
                .flatMap(it -> Arrays.stream(it.getDeclaredMethods()))
                .filter(it -> !it.isSynthetic())
                .filter(it -> AnnotatedElementUtils.hasAnnotation(it, TransactionalEventListener.class))
                .map(Listener::new)
                .sorted(Comparator.comparing(Listener::id));
    }

    /** Event types that any listener takes. */
    static SortedSet<Class<?>> events() {
        var events = byName();
        listeners().map(Listener::event).forEach(events::add);
        return events;
    }

    /** Types that a class literal beside {@code commands.once(…)} or {@code stored.read(…)} names. */
    static SortedSet<Class<?>> answersAndColumns() {
        var types = byName();
        read((reader, found) -> reader.accept(new Literals(found), ClassReader.SKIP_FRAMES), types::add);
        return types;
    }

    private static SortedSet<Class<?>> byName() {
        return new TreeSet<>(Comparator.comparing(Class::getName));
    }

    private static Set<Class<?>> classes() {
        var classes = new LinkedHashSet<Class<?>>();
        read((reader, found) -> found.accept(loaded(Type.getObjectType(reader.getClassName()))), classes::add);
        return classes;
    }

    private interface Reading {
        void read(ClassReader reader, Consumer<Class<?>> found);
    }

    private static void read(Reading reading, Consumer<Class<?>> found) {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:tuanju/**/*.class");
            for (var file : files) {
                if (isOfTheProgram(file)) {
                    reading.read(new ClassReader(file.getInputStream().readAllBytes()), found);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfTheProgram(Resource file) throws IOException {
        var url = file.getURL().toString();
        return !url.contains("test-classes") && !url.contains("-tests.jar");
    }

    private static Class<?> loaded(Type type) {
        try {
            return Class.forName(type.getClassName(), false, StoredTypes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Remembers the class literal that was pushed last before a call that stores or reads. */
    private static final class Literals extends ClassVisitor {

        private final Consumer<Class<?>> found;
        private String owner = "";

        private Literals(Consumer<Class<?>> found) {
            super(SpringAsmInfo.ASM_VERSION);
            this.found = found;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            owner = name;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
            // those two take the type from their callers, and the outbox reads what listeners take
            boolean ownWorks = owner.equals(COMMANDS) || owner.startsWith("tuanju/outbox/");
            return ownWorks ? null : new Calls(owner + "." + name);
        }

        private final class Calls extends MethodVisitor {

            private final String where;
            private Type last = Type.VOID_TYPE;

            private Calls(String where) {
                super(SpringAsmInfo.ASM_VERSION);
                this.where = where;
            }

            @Override
            public void visitLdcInsn(Object constant) {
                if (constant instanceof Type type) {
                    last = type;
                }
            }

            @Override
            public void visitMethodInsn(int opcode, String type, String name, String signature, boolean isInterface) {
                boolean stores = type.equals(COMMANDS) && name.startsWith("once")
                        || type.equals(STORED_JSON) && name.startsWith("read");
                if (stores && last.equals(Type.VOID_TYPE)) {
                    throw new AssertionError(where + " does not say by a class literal what it stores");
                }
                if (stores) {
                    found.accept(loaded(last));
                    last = Type.VOID_TYPE;
                }
            }
        }
    }
}
