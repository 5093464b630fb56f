package io.github.offload4j.irtests.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Programs with several sites, whose data can stay on the device for a while. */
final class ResidentSites implements SiteFamily {
    private static final String LAUNCH = "\"offload\"(i1 false, i64 -1), \"offload.grid\"(i32 1, i32 1, i32 1),"
            + " \"offload.block\"(i32 64, i32 1, i32 1)";
    private static final String HOST = "\"offload\"(i1 true, i64 -1)";

    /** The programs, in the order of the text. */
    static final List<String> PROGRAMS = source().lines()
            .filter(line -> line.startsWith("define void @run_"))
            .map(line -> line.substring("define void @run_".length(), line.indexOf('(')))
            .toList();

    private static String source() {
        try (InputStream in = ResidentSites.class.getResourceAsStream("/run/resident.ll")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns text in which the short forms of marks are written out. */
    static String marked(String text) {
        return text.replaceAll("\\bLAUNCH\\b", LAUNCH)
                .replaceAll("\\bHOST\\b", HOST)
                .replaceAll("\\bTO\\((\\d+), (\\d+)\\)", "\"offload.map\"(i32 $1, i64 $2, i64 1)")
                .replaceAll("\\bFROM\\((\\d+), (\\d+)\\)", "\"offload.map\"(i32 $1, i64 $2, i64 2)")
                .replaceAll("\\bBOTH\\((\\d+), (\\d+)\\)", "\"offload.map\"(i32 $1, i64 $2, i64 3)");
    }

    @Override
    public String driver() {
        return "resident.cc";
    }

    @Override
    public String text() {
        return marked(source());
    }

    @Override
    public void emit(EmittedModule module) {
        module.lower(KernelImages.linked(module.runtime(), "resident"));
    }
}
