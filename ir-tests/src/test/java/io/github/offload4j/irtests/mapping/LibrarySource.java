package io.github.offload4j.irtests.mapping;

import static org.bytedeco.llvm.global.LLVM.LLVMBuildCall2;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildGEP2;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildMul;
import static org.bytedeco.llvm.global.LLVM.LLVMGlobalGetValueType;

import io.github.offload4j.codegen.ArgumentsBuilder;
import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.ir.TargetMachine;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Dimensions;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import io.github.offload4j.irtests.mapping.Statement.Section;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Programs as this library emits them. */
final class LibrarySource {
    private static final int MOST_SECTIONS = 3;

    private final TestModule module;
    private final List<LLVMValueRef> libraries;

    private LibrarySource(TestModule module) {
        this.module = module;
        this.libraries = IntStream.rangeClosed(1, MOST_SECTIONS)
                .mapToObj(sections -> module.declare("void @library" + sections + "("
                        + String.join(", ", Collections.nCopies(sections, "ptr, i64")) + ", i64, i64)"))
                .toList();
    }

    /** Returns an object with a function {@code pN} for each program with a number N. */
    static byte[] object(Map<Integer, List<Statement>> programs, OffloadOptions options, DeviceImage kernels) {
        try (TestModule module = TestModule.create(options);
                TargetMachine machine = TargetMachine.of(TargetMachine.hostTriple())) {
            machine.apply(module.raw());
            module.offload().embed(kernels);
            LibrarySource source = new LibrarySource(module);
            new TreeMap<>(programs).forEach(source::function);
            module.finish();
            return machine.emitObject(module.raw());
        }
    }

    private void function(int number, List<Statement> program) {
        TestFunction function = module.define("void @p" + number + "(ptr %a, ptr %b, ptr %c, ptr %t, i64 %one)");
        program.forEach(statement -> statement(function, statement));
        module.returnVoid();
    }

    private void statement(TestFunction function, Statement statement) {
        if (statement instanceof Statement.Region region) {
            OffloadArguments.Builder arguments = OffloadArguments.builder();
            region.clauses().forEach(clause -> map(arguments, function, clause));
            DataRegion open =
                    module.offload().open(module.builder(), "region", arguments.build(), Device.of(region.device()));
            region.body().forEach(inner -> statement(function, inner));
            open.close();
        } else if (statement instanceof Statement.Kernel kernel) {
            OffloadCall.Builder call = OffloadCall.toKernel(
                            "change" + kernel.clauses().size())
                    .launch(LaunchBounds.of(Dimensions.of(1), Dimensions.of(1)))
                    .device(Device.of(kernel.device()));
            module.call(arguments(call, function, kernel.clauses(), kernel.change()));
        } else if (statement instanceof Statement.Library library) {
            OffloadCall.Builder call = OffloadCall.to(
                            libraries.get(library.clauses().size() - 1))
                    .host(true)
                    .device(Device.of(library.device()));
            module.call(arguments(call, function, library.clauses(), library.change()));
        } else if (statement instanceof Statement.Act act) {
            OffloadArguments.Builder arguments = OffloadArguments.builder();
            act.clauses().forEach(clause -> map(arguments, function, clause));
            act(act.action(), arguments.build(), Device.of(act.device()));
        } else if (statement instanceof Statement.Host host) {
            host(function, host);
        }
    }

    private void act(DataAction action, OffloadArguments arguments, Device device) {
        switch (action) {
            case ENTER -> module.offload().enter(module.builder(), "data", arguments, device);
            case EXIT -> module.offload().exit(module.builder(), "data", arguments, device);
            case UPDATE -> module.offload().update(module.builder(), arguments, device);
        }
    }

    private OffloadCall.Builder arguments(
            OffloadCall.Builder call, TestFunction function, List<Statement.Clause> clauses, Change change) {
        for (Statement.Clause clause : clauses) {
            map(call, function, clause);
            call.value(integer(clause.section().size()));
        }
        return call.value(integer(change.factor())).value(integer(change.summand()));
    }

    private void map(ArgumentsBuilder<?> arguments, TestFunction function, Statement.Clause clause) {
        Section section = clause.section();
        Extent extent = section.computed()
                ? Extent.bytes(bound(function, section, section.size()))
                : Extent.bytes(section.size());
        arguments.map(pointer(function, section), clause.access(), extent, clause.modifiers());
    }

    private void host(TestFunction function, Statement.Host host) {
        LLVMValueRef library = libraries.get(0);
        Section section = host.section();
        PointerPointer<LLVMValueRef> arguments = new PointerPointer<>(
                pointer(function, section),
                integer(section.size()),
                integer(host.change().factor()),
                integer(host.change().summand()));
        LLVMBuildCall2(module.builder(), LLVMGlobalGetValueType(library), library, arguments, 4, "");
        arguments.close();
    }

    private LLVMValueRef pointer(TestFunction function, Section section) {
        LLVMValueRef base = function.parameter(section.data().name().toLowerCase(Locale.ROOT));
        try (PointerPointer<LLVMValueRef> offset =
                new PointerPointer<>(new LLVMValueRef[] {bound(function, section, section.begin())})) {
            return LLVMBuildGEP2(module.builder(), module.type("i8"), base, offset, 1, "section");
        }
    }

    private LLVMValueRef bound(TestFunction function, Section section, int value) {
        return section.computed()
                ? LLVMBuildMul(module.builder(), function.parameter("one"), integer(value), "bound")
                : integer(value);
    }

    private LLVMValueRef integer(long value) {
        return module.constant("i64 " + value);
    }
}
