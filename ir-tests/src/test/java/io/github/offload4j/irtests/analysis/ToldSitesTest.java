package io.github.offload4j.irtests.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.analysis.CheckOptions;
import io.github.offload4j.codegen.analysis.OffloadChecker;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.RecordedSites;
import io.github.offload4j.codegen.analysis.site.SiteReader;
import io.github.offload4j.codegen.flow.ModuleFacts;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.lower.LoweredFunction;
import io.github.offload4j.codegen.lower.LoweredModule;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.lower.LoweringException;
import io.github.offload4j.codegen.option.DevicePointers;
import io.github.offload4j.codegen.option.LaunchFailure;
import io.github.offload4j.codegen.option.Preset;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.irtests.golden.GoldenModules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the lowering tells of its sites is what is read back from the IR, and the checks find the same by both. */
final class ToldSitesTest {
    private static final Path RESOURCES = Path.of("src/test/resources");

    private static final List<OffloadOptions> OPTIONS = List.of(
            OffloadOptions.defaults(),
            OffloadOptions.builder().transfers(Transfers.FUSED).build(),
            OffloadOptions.builder().transfers(Transfers.RESIDENT).build(),
            OffloadOptions.builder()
                    .devicePointers(DevicePointers.GET_MAPPED_PTR)
                    .build(),
            OffloadOptions.builder().launchFailure(LaunchFailure.IGNORE).build(),
            OffloadOptions.builder().runtime(RuntimeAbi.LLVM_23).build(),
            OffloadOptions.builder()
                    .runtime(RuntimeAbi.LLVM_23)
                    .transfers(Transfers.FUSED)
                    .build(),
            OffloadOptions.builder().preset(Preset.RUSTC).build());

    /** What the files have no example of: sizes of every kind, aliases, names, results that later marks use. */
    private static final String ODD = """
            target triple = "x86_64-unknown-linux-gnu"
            @table = constant [4 x i32] zeroinitializer
            declare void @k(ptr, ptr, ptr, i32)
            declare void @f(ptr, ptr)
            declare ptr @g(ptr)
            declare void @on_host(ptr, ptr, ptr, i32)
            declare i32 @__gxx_personality_v0(...)

            define void @computed(ptr %x, ptr %"a;b", i64 %n, i32 %grid, i64 %block, i32 %shared, i16 %v, i32 %device) {
              %slot = alloca ptr
              store ptr %x, ptr %slot
              %again = load ptr, ptr %slot
              %bytes = mul i64 %n, 8
              %wide = zext i16 %v to i32
              call void @k(ptr %again, ptr %"a;b", ptr @table, i32 %wide) [ "offload"(i1 false, i32 %device),
                "offload.grid"(i32 %grid, i32 2, i32 1), "offload.block"(i64 %block, i32 1, i32 1), "offload.shared"(i32 %shared),
                "offload.map"(i32 0, i64 %bytes, i64 3), "offload.map"(i32 1, i64 %n, i64 1), "offload.map"(i32 2, i64 16, i64 2) ]
              call void @k(ptr %x, ptr %x, ptr null, i32 1) [ "offload"(i1 false, i64 3),
                "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1), "offload.fallback"(ptr @on_host),
                "offload.map"(i32 0, i64 8, i64 1), "offload.map"(i32 1, i64 8, i64 2), "offload.map"(i32 2, i64 8, i64 3) ]
              ret void
            }

            define void @many(ptr %a, ptr %b, ptr %c, ptr %d, ptr %e) {
              call void @m(ptr %a, ptr %b, ptr %c, ptr %d, ptr %e) [ "offload"(i1 false, i64 -1),
                "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1),
                "offload.map"(i32 0, i64 8, i64 1), "offload.map"(i32 1, i64 8, i64 2), "offload.map"(i32 2, i64 8, i64 3),
                "offload.map"(i32 3, i64 8, i64 2), "offload.map"(i32 4, i64 8, i64 3) ]
              ret void
            }
            declare void @m(ptr, ptr, ptr, ptr, ptr)

            define void @hosts(ptr %x, ptr %y) personality ptr @__gxx_personality_v0 {
              call void @f(ptr %x, ptr %y) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 8, i64 1),
                "offload.map"(i32 1, i64 8, i64 2) ]
              %r = call ptr @g(ptr %x) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 8, i64 3) ]
              call void @f(ptr %r, ptr %y) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 8, i64 1),
                "offload.map"(i32 1, i64 8, i64 2) ]
              invoke void @f(ptr %x, ptr %y) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 8, i64 1),
                "offload.map"(i32 1, i64 8, i64 2) ] to label %done unwind label %threw
            threw:
              %pad = landingpad { ptr, i32 } cleanup
              resume { ptr, i32 } %pad
            done:
              ret void
            }
            """;

    /** An earlier result names what a later part of the text makes. */
    private static final String BACKWARDS = """
            target triple = "x86_64-unknown-linux-gnu"
            declare void @f(ptr)
            declare ptr @g(ptr)
            define void @run(ptr %x) {
              br label %second
            first:
              call void @f(ptr %r) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 8, i64 1) ]
              ret void
            second:
              %r = call ptr @g(ptr %x) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 8, i64 3) ]
              br label %first
            }
            """;

    /** Returns every marked module among the tests' files, under each choice that changes sites. */
    static List<Arguments> modules() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>(Map.of("odd", ODD, "backwards", BACKWARDS));
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            files.filter(file -> file.toString().endsWith(".ll")
                            && !file.startsWith(RESOURCES.resolve("mapping"))
                            && !file.endsWith("called-sites.ll") // with placeholders
                            && !file.startsWith(RESOURCES.resolve("golden-files")))
                    .sorted()
                    .forEach(file -> texts.put(file.toString(), read(file)));
        }
        texts.putAll(GoldenModules.marked());
        List<Arguments> modules = new ArrayList<>();
        texts.forEach((name, text) -> {
            if (text.contains("\"offload\"(")) {
                OPTIONS.forEach(options -> modules.add(Arguments.of(name, options, text)));
            }
        });
        return modules;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void theyAreWhatIsReadBack(String name, OffloadOptions options, String text) {
        lower(text, options, ToldSitesTest::compare);
    }

    @Test
    void mostMarkedModulesAreTold() throws IOException {
        assertThat(modules()).hasSizeGreaterThan(200);
        List<Boolean> told = new ArrayList<>();
        modules()
                .forEach(module -> lower(
                        (String) module.get()[2],
                        (OffloadOptions) module.get()[1],
                        lowered -> told.add(lowered.functions().isPresent())));
        assertThat(told.stream().filter(Predicate.isEqual(true))).hasSizeGreaterThan(told.size() / 2);
    }

    private static void compare(LoweredModule lowered) {
        CheckOptions all = CheckOptions.defaults();
        assertThat(OffloadChecker.checkLowered(lowered, Optional.empty(), all))
                .isEqualTo(OffloadChecker.checkLowered(lowered.raw(), Optional.empty(), all));
        try (IrModule module = new IrModule(lowered.raw())) {
            ModuleFacts facts = new ModuleFacts(module);
            SiteReader reader = new SiteReader(facts);
            for (LoweredFunction function : lowered.functions().orElse(List.of())) {
                RecordedSites told = new RecordedSites(facts.of(function.function()));
                if (!function.unknown() && function.sites().stream().allMatch(RecordedSites::isTold)) {
                    List<OffloadSite> sites =
                            function.sites().stream().map(told::site).toList();
                    assertThat(sites).isEqualTo(reader.sites(function.function()));
                }
            }
            lowered.functions()
                    .ifPresent(functions -> assertThat(functions)
                            .extracting(LoweredFunction::function)
                            .containsExactlyElementsOf(reader.functions()));
        }
    }

    /** Lowers a module and shows it; one that cannot be lowered is none of these tests' business. */
    private static void lower(String text, OffloadOptions options, Consumer<LoweredModule> test) {
        LLVMContextRef context = LLVMContextCreate();
        LLVMModuleRef module = ModuleReader.parse(context, text, "marked");
        try {
            test.accept(Lowering.with(options).lowered(module, () -> Optional.of(text)));
        } catch (LoweringException refused) {
            assertThat(refused.problems()).isNotEmpty();
        } finally {
            LLVMDisposeModule(module);
            LLVMContextDispose(context);
        }
    }
}
