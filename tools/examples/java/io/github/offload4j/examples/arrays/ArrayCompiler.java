package io.github.offload4j.examples.arrays;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.llvm.global.LLVM.LLVMAddFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMAppendBasicBlockInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildAdd;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildLShr;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildRetVoid;
import static org.bytedeco.llvm.global.LLVM.LLVMConstInt;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateBuilderInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeBuilder;
import static org.bytedeco.llvm.global.LLVM.LLVMFloatTypeInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMFunctionType;
import static org.bytedeco.llvm.global.LLVM.LLVMGetParam;
import static org.bytedeco.llvm.global.LLVM.LLVMInt64TypeInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMModuleCreateWithNameInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMPointerTypeInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMPositionBuilderAtEnd;
import static org.bytedeco.llvm.global.LLVM.LLVMSetValueName;
import static org.bytedeco.llvm.global.LLVM.LLVMVoidTypeInContext;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.TargetMachine;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.examples.arrays.Syntax.Definition;
import io.github.offload4j.examples.arrays.Syntax.Parameter;
import java.util.List;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Compiles programs to a host module that has the device code inside and offloads every statement. */
public final class ArrayCompiler {
    private static final int THREADS_PER_BLOCK = 256;
    private static final int LOG2_THREADS_PER_BLOCK = 8;

    private final LLVMContextRef context;

    /** Makes a compiler whose modules live in a context of the caller's. */
    public ArrayCompiler(LLVMContextRef context) {
        this.context = context;
    }

    /**
     * Compiles a program for this machine and for devices. Each function of the program can be called from C: it takes
     * the length of the arrays as an {@code int64_t}, then floats and pointers to floats.
     *
     * @return the host module, which the caller disposes of
     * @throws IllegalArgumentException when the program is wrong
     */
    public LLVMModuleRef compile(String program, DeviceTarget... targets) {
        List<Definition> definitions = Parser.parse(program);

        // 1. The device side: a kernel for each statement, in one text for all targets.
        StringBuilder kernels = new StringBuilder(KernelText.DECLARATIONS);
        for (Definition definition : definitions) {
            for (int i = 0; i < definition.statements().size(); i++) {
                kernels.append(KernelText.of(
                        kernelName(definition, i),
                        definition,
                        definition.statements().get(i)));
            }
        }
        DeviceImage[] images = new DeviceImage[targets.length];
        for (int i = 0; i < targets.length; i++) {
            images[i] = DeviceCompiler.create().compile(kernels.toString().getBytes(UTF_8), "kernels", targets[i]);
        }

        // 2. The host side: an ordinary module, into which the library puts the images, and the sites where we say.
        LLVMModuleRef host = LLVMModuleCreateWithNameInContext("host", context);
        try (TargetMachine machine = TargetMachine.of(TargetMachine.hostTriple())) {
            machine.apply(host);
        }
        try (OffloadModule offload = OffloadModule.attach(host, OffloadOptions.defaults())) {
            offload.embed(images);
            for (Definition definition : definitions) {
                emitHost(offload, definition, function(host, definition));
            }
            // 3. Tables and registration, and LLVM's verifier over all of it.
            offload.finish();
        }
        return host;
    }

    private static String kernelName(Definition definition, int statement) {
        return definition.name() + "_" + statement;
    }

    /** Declares the function of a definition. */
    private LLVMValueRef function(LLVMModuleRef module, Definition definition) {
        List<Parameter> parameters = definition.parameters();
        PointerPointer<LLVMTypeRef> types = new PointerPointer<>(parameters.size() + 1L);
        types.put(0, LLVMInt64TypeInContext(context));
        for (int i = 0; i < parameters.size(); i++) {
            boolean array = parameters.get(i).array();
            types.put(i + 1L, array ? LLVMPointerTypeInContext(context, 0) : LLVMFloatTypeInContext(context));
        }
        LLVMTypeRef type = LLVMFunctionType(LLVMVoidTypeInContext(context), types, parameters.size() + 1, 0);
        LLVMValueRef function = LLVMAddFunction(module, definition.name(), type);
        LLVMSetValueName(LLVMGetParam(function, 0), "n");
        for (int i = 0; i < parameters.size(); i++) {
            // The library takes names over into its messages and into the runtime's reports.
            LLVMSetValueName(LLVMGetParam(function, i + 1), parameters.get(i).name());
        }
        return function;
    }

    private void emitHost(OffloadModule offload, Definition definition, LLVMValueRef function) {
        LLVMBuilderRef builder = LLVMCreateBuilderInContext(context);
        LLVMPositionBuilderAtEnd(builder, LLVMAppendBasicBlockInContext(context, function, "entry"));
        LLVMValueRef length = LLVMGetParam(function, 0);

        // What the kernels take, in their order: numbers by value, and arrays that live on the device meanwhile.
        OffloadArguments.Builder arguments = OffloadArguments.builder().value(length);
        for (int i = 0; i < definition.parameters().size(); i++) {
            Parameter parameter = definition.parameters().get(i);
            LLVMValueRef value = LLVMGetParam(function, i + 1);
            if (parameter.array()) {
                arguments.map(value, definition.access(parameter), Extent.count(length, "float"));
            } else {
                arguments.value(value);
            }
        }

        // One region around all launches: the arrays travel once, however many statements there are.
        LaunchBounds bounds = LaunchBounds.of(blocks(builder, length), THREADS_PER_BLOCK);
        try (DataRegion region = offload.open(builder, definition.name(), arguments.build(), Device.DEFAULT)) {
            for (int i = 0; i < definition.statements().size(); i++) {
                offload.kernel(kernelName(definition, i)).launch(builder, bounds, region);
            }
        }
        LLVMBuildRetVoid(builder);
        LLVMDisposeBuilder(builder);
    }

    /** Returns how many blocks it takes to have a thread for each element. */
    private LLVMValueRef blocks(LLVMBuilderRef builder, LLVMValueRef length) {
        LLVMTypeRef type = LLVMInt64TypeInContext(context);
        LLVMValueRef up = LLVMBuildAdd(builder, length, LLVMConstInt(type, THREADS_PER_BLOCK - 1, 0), "");
        return LLVMBuildLShr(builder, up, LLVMConstInt(type, LOG2_THREADS_PER_BLOCK, 0), "blocks");
    }
}
