package io.github.offload4j.irtests.misuse;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.analysis.CheckOptions;
import io.github.offload4j.codegen.device.CubinLinker;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.device.KernelModules;
import io.github.offload4j.codegen.device.Ptxas;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.diagnostic.Subject;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.image.ImageKind;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.library.Library;
import io.github.offload4j.codegen.library.LibraryEnumeration;
import io.github.offload4j.codegen.library.LibraryExpression;
import io.github.offload4j.codegen.library.LibraryFunction;
import io.github.offload4j.codegen.library.LibraryParameter;
import io.github.offload4j.codegen.library.LibraryShape;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Amount;
import io.github.offload4j.codegen.signature.Dependence;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Formula;
import io.github.offload4j.codegen.signature.KernelSignature;
import io.github.offload4j.codegen.signature.KnownBlocks;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.codegen.signature.Member;
import io.github.offload4j.codegen.signature.Operator;
import io.github.offload4j.codegen.signature.Ordering;
import io.github.offload4j.codegen.signature.Parameter;
import io.github.offload4j.codegen.signature.Passing;
import io.github.offload4j.codegen.signature.Range;
import io.github.offload4j.codegen.signature.Reach;
import io.github.offload4j.codegen.signature.TypeSource;
import io.github.offload4j.irtests.fixture.TestModule;
import io.github.offload4j.runtime.cuda.ComputeCapability;
import io.github.offload4j.runtime.cuda.CudaDevice;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.jit.HostCallback;
import io.github.offload4j.runtime.jit.NativeAddress;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import io.github.offload4j.runtime.link.HostLinker;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import io.github.offload4j.runtime.locate.SystemRoot;
import io.github.offload4j.runtime.probe.RuntimeProbe;
import io.github.offload4j.runtime.testing.OffloadTestRun;
import io.github.offload4j.runtime.testing.TraceAssertions;
import io.github.offload4j.runtime.trace.LaunchShape;
import io.github.offload4j.runtime.trace.TraceData;
import io.github.offload4j.runtime.trace.TraceRecorder;
import io.github.offload4j.runtime.trace.TraceSummary;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** One right value of every type that methods of the public interface take, or are called on. */
final class Samples {
    private static final String PROGRAM = "define void @f() {\n  ret void\n}\n";

    private static final RuntimeLibrary LIBRARY =
            new RuntimeLibrary(Path.of("missing"), RuntimeAbi.LLVM_22, "22", Optional.empty());

    private final Map<Class<?>, Object> values = new HashMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    Samples(TestModule module, LLVMValueRef pointer) {
        TestModule lowered = keep(TestModule.parse(OffloadOptions.defaults(), PROGRAM));
        OffloadModule offload = module.offload();
        OffloadArguments mapped = OffloadArguments.builder()
                .map(pointer, Access.TO, Extent.bytes(8))
                .build();
        OffloadRuntime runtime = keep(OffloadRuntime.embedded(EmbeddedOptions.defaults()));
        OffloadTestRun run = keep(OffloadTestRun.builder().of(PROGRAM.getBytes(UTF_8), "f"));
        DataRegion region = offload.openWithDevicePointers(module.builder(), "r", mapped, Device.DEFAULT);
        OffloadProgram program = keep(OffloadJit.on(runtime).build().load(PROGRAM));
        put(
                module.raw(),
                module.builder(),
                pointer,
                module.type("i8"),
                offload,
                mapped,
                region,
                region.enterLibrary(module.builder(), Ordering.NONE, "f"),
                offload.hostFunction(module.declare("void @host()")),
                offload.kernel("k"),
                offload.enter(module.builder(), "d", mapped, Device.DEFAULT),
                offload.spawn(module.builder(), Misuse.kernel().build()),
                Dependence.in(pointer),
                OffloadOptions.defaults(),
                OffloadOptions.builder(),
                OffloadArguments.builder(),
                Misuse.kernel(),
                Misuse.kernel().build(),
                Misuse.ONE,
                Misuse.ONE.grid(),
                Misuse.ONE.grid().x(),
                Extent.bytes(8),
                Amount.of(1),
                Formula.of(1),
                new Operator.Operand("1", Optional.empty()),
                Range.of(0, 1, 1),
                Device.DEFAULT,
                new SourceLocation("a.c", 1, 1),
                CheckOptions.defaults(),
                LibraryFunction.of(Library.CUBLAS, "saxpy"),
                new LibraryParameter.Handle("n"),
                new LibraryEnumeration("operation", List.of()),
                new LibraryEnumeration.Word("none", 0, 1, Optional.empty()),
                new LibraryExpression.Bytes("type", new LibraryEnumeration("type", List.of())),
                new LibraryShape.Flat(new LibraryExpression.Constant(1)),
                DeviceCompiler.create(),
                DeviceTarget.parse("x86_64"),
                new DeviceImage(DeviceTarget.parse("x86_64"), ImageKind.OBJECT, new byte[1], List.of(), new byte[0]),
                Lowering.with(OffloadOptions.defaults()),
                Lowering.with(OffloadOptions.defaults()).lowered(lowered.raw(), Optional::empty),
                runtime,
                program,
                program.function("f"),
                OffloadJit.on(runtime),
                OffloadJit.on(runtime).build(),
                run,
                OffloadTestRun.builder(),
                run.trace(),
                TraceAssertions.assertTrace(run.trace()),
                EmbeddedOptions.defaults(),
                new ComputeCapability(9, 0),
                new UUID(0, 0),
                Path.of("missing"),
                Duration.ofSeconds(1),
                new StringReader("[]"),
                Ordering.NONE,
                Passing.VALUE,
                Passing.mapped(Access.TO, Extent.bytes(8)),
                Member.of(0, Access.TO, Extent.bytes(8)),
                Reach.FLAT,
                new KernelSignature("k", List.of()),
                new KernelModules.Part(new byte[0], "kernels", List.of()),
                IrValue.of(pointer, "pointer"),
                keep(new IrModule(module.raw())),
                IrFunction.of(module.declare("void @other()"), "function"),
                Ptxas.at(Path.of(System.getProperty("java.home"), "bin", "java")),
                new LaunchBounds.SharedMemory.Constant(0),
                new TypeSource.Text("i8"),
                new Parameter("x", Passing.VALUE),
                new NativeAddress(0),
                new HostLinker(LIBRARY),
                LIBRARY,
                RuntimeLocator.ofThisProcess(),
                SystemRoot.ofThisMachine(),
                new RuntimeProbe(List.of("missing"), Duration.ofSeconds(1)),
                new TraceData(List.of(), List.of()),
                new LaunchShape.Size(1, 1, 1),
                KnownBlocks.none(),
                new TraceRecorder(),
                new TraceSummary.Copies(0, 0, 0),
                new CudaDevice(0, "", 0, new ComputeCapability(9, 0), "", new UUID(0, 0)),
                "text",
                new byte[1]);
        values.put(CubinLinker.class, (CubinLinker) (ptx, name, level) -> ptx);
        values.put(HostCallback.class, (HostCallback) arguments -> null);
        values.put(Consumer.class, (Consumer<Object>) ignored -> {});
        values.put(Writer.class, new StringWriter());
        values.put(List.class, List.of());
        values.put(Set.class, Set.of());
        values.put(Collection.class, List.of());
        values.put(Map.class, Map.of());
        values.put(Optional.class, Optional.empty());
        values.put(Runnable.class, (Runnable) () -> {});
        values.put(Subject.class, new Subject.Fallback());
        values.put(OffloadException.class, new OffloadException(OffloadException.Reason.STATE, "a sample"));
        values.put(Supplier.class, (Supplier<Object>) Optional::empty);
        values.put(OptionalLong.class, OptionalLong.empty());
        values.put(OffloadCall.class, Misuse.kernel().build());
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.add(0, resource);
        return resource;
    }

    private void put(Object... samples) {
        for (Object sample : samples) {
            values.putIfAbsent(sample.getClass(), sample);
        }
    }

    /** Returns a value of a type. */
    Optional<Object> of(Class<?> type) {
        if (type == boolean.class) {
            return Optional.of(false);
        }
        if (type == int.class) {
            return Optional.of(1);
        }
        if (type == long.class) {
            return Optional.of(1L);
        }
        if (type.isEnum()) {
            return Optional.of(type.getEnumConstants()[0]);
        }
        if (type.isArray() && !type.getComponentType().isPrimitive()) {
            return Optional.of(Array.newInstance(type.getComponentType(), 0));
        }
        Object exact = values.get(type);
        return exact != null
                ? Optional.of(exact)
                : values.values().stream().filter(type::isInstance).findFirst();
    }

    void close() throws Exception {
        for (AutoCloseable resource : open) {
            resource.close();
        }
    }
}
