package io.github.offload4j.irtests.golden;

import io.github.offload4j.irtests.fixture.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The library with a fault in it, beside the right one in one process: its classes are loaded anew, LLVM is not. */
final class BrokenLibrary extends URLClassLoader {
    private static final String OURS = "io.github.offload4j.";
    private static final String PACKAGE = "io/github/offload4j/codegen/";
    /** What the compiler copies into other classes. */
    private static final Pattern SHARED_CONSTANT =
            Pattern.compile("(?m)^    (public )?static final (int|long|boolean|double|String) ");

    private static final Path SOURCES = Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .getParent()
            .resolve("codegen/src/main");

    private BrokenLibrary(List<URL> places) {
        super(places.toArray(URL[]::new), BrokenLibrary.class.getClassLoader());
    }

    /**
     * Compiles what a breakage changes.
     *
     * @param folder an empty one, where the classes go
     */
    static BrokenLibrary with(Breakage breakage, Path folder) throws IOException {
        boolean source = breakage.file().endsWith(".java");
        Path kind = SOURCES.resolve(source ? "java" : "resources").resolve(PACKAGE);
        String broken = breakage.applyTo(Files.readString(kind.resolve(breakage.file())));
        Path written = folder.resolve(PACKAGE).resolve(breakage.file());
        Files.createDirectories(written.getParent());
        Files.writeString(written, broken);
        if (source) {
            compile(breakage, written, kind, folder);
        }
        List<URL> places = new ArrayList<>(List.of(url(folder)));
        for (String place : List.of(ChildJvm.classPath().split(File.pathSeparator, -1))) {
            places.add(url(Path.of(place)));
        }
        return new BrokenLibrary(places);
    }

    private static void compile(Breakage breakage, Path broken, Path sources, Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-nowarn", "-proc:none", "-parameters", "-cp", ChildJvm.classPath(), "-d", folder.toString()));
        arguments.add(broken.toString());
        if (SHARED_CONSTANT.matcher(Files.readString(broken)).find()) {
            String name = broken.getFileName().toString().replace(".java", "");
            Pattern mention = Pattern.compile("\\b" + name + "\\b");
            try (Stream<Path> all = Files.walk(sources)) {
                for (Path file : all.filter(f -> f.toString().endsWith(".java")).toList()) {
                    boolean itself = file.endsWith(breakage.file());
                    if (!itself && mention.matcher(Files.readString(file)).find()) {
                        arguments.add(file.toString());
                    }
                }
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int result = compiler.run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IllegalArgumentException("does not compile: " + breakage);
        }
    }

    private static URL url(Path place) {
        try {
            return place.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the golden test that fails first with this library, or nothing. */
    String firstDifference() throws ReflectiveOperationException {
        Method sweep = loadClass(GoldenSweep.class.getName()).getDeclaredMethod("firstDifference");
        sweep.setAccessible(true);
        return (String) sweep.invoke(null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }
}
