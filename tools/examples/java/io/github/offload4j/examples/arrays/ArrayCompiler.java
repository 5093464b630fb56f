package io.github.offload4j.examples.arrays;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.llvm.global.LLVM.*;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.HostTarget;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.examples.arrays.Definition.Parameter;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.*;

/**
 * Compiles programs to a host module that has the device code inside and offloads every statement.
 *
 * @param context where the modules live; the caller's
 */
public record ArrayCompiler(LLVMContextRef context) {
    private static final int THREADS_PER_BLOCK = 256;

    /**
     * Compiles a program for this machine and for devices. Each function of the program can be called from C: it takes
     * the length of the arrays as an {@code int64_t}, then floats and pointers to floats.
     *
     * @return the host module, which the caller disposes of
     * @throws IllegalArgumentException when the program is wrong
     */
    public LLVMModuleRef compile(String program, DeviceTarget... targets) {
        List<Definition> definitions = new Parser(program).parse();

        // 1. The device side: a kernel for each statement, in one text for all targets.
        StringBuilder kernels = new StringBuilder();
        for (String index : List.of("block.id", "block.size", "thread.id")) {
            kernels.append("declare i32 @offload." + index + "(i32)\n");
        }
        for (Definition definition : definitions) {
            for (int i = 0; i < definition.statements().size(); i++) {
                kernels.append(definition.kernel(i));
            }
        }
        byte[] text = kernels.toString().getBytes(UTF_8);
        DeviceImage[] images = Arrays.stream(targets)
                .map(target -> DeviceCompiler.create().compile(text, "kernels", target))
                .toArray(DeviceImage[]::new);

        // 2. The host side: an ordinary module, into which the library puts the images, and the sites where we say.
        LLVMModuleRef host = LLVMModuleCreateWithNameInContext("host", context);
        HostTarget.applyTo(host);
        try (OffloadModule offload = OffloadModule.attach(host, OffloadOptions.defaults())) {
            offload.embed(images);
            definitions.forEach(definition -> emit(offload, definition, declare(host, definition)));
            // 3. Tables and registration, and LLVM's verifier over all of it.
            offload.finish();
        }
        return host;
    }

    private LLVMValueRef declare(LLVMModuleRef module, Definition definition) {
        int count = definition.parameters().size();
        PointerPointer<LLVMTypeRef> types = new PointerPointer<>(count + 1L);
        types.put(0, LLVMInt64TypeInContext(context));
        for (int i = 0; i < count; i++) {
            boolean array = definition.parameters().get(i).array();
            types.put(i + 1L, array ? LLVMPointerTypeInContext(context, 0) : LLVMFloatTypeInContext(context));
        }
        LLVMTypeRef type = LLVMFunctionType(LLVMVoidTypeInContext(context), types, count + 1, 0);
        return LLVMAddFunction(module, definition.name(), type);
    }

    private void emit(OffloadModule offload, Definition definition, LLVMValueRef function) {
        LLVMBuilderRef builder = LLVMCreateBuilderInContext(context);
        LLVMPositionBuilderAtEnd(builder, LLVMAppendBasicBlockInContext(context, function, "entry"));
        LLVMValueRef length = LLVMGetParam(function, 0);

        // What the kernels take, in their order: numbers by value, and arrays that live on the device meanwhile.
        OffloadArguments.Builder arguments = OffloadArguments.builder().value(length);
        for (int i = 0; i < definition.parameters().size(); i++) {
            Parameter parameter = definition.parameters().get(i);
            LLVMValueRef value = LLVMGetParam(function, i + 1);
            if (parameter.array()) {
                arguments.map(value, definition.access(parameter.name()), Extent.count(length, "float"));
            } else {
                arguments.value(value);
            }
            // The name stands in the library's messages and in the runtime's reports.
            arguments.named(parameter.name());
        }

        // A thread for each element; and one region around all launches: the arrays travel once.
        LLVMTypeRef type = LLVMTypeOf(length);
        LLVMValueRef up = LLVMBuildAdd(builder, length, LLVMConstInt(type, THREADS_PER_BLOCK - 1, 0), "");
        LLVMValueRef blocks = LLVMBuildUDiv(builder, up, LLVMConstInt(type, THREADS_PER_BLOCK, 0), "blocks");
        LaunchBounds bounds = LaunchBounds.of(blocks, THREADS_PER_BLOCK);
        try (DataRegion region = offload.open(builder, definition.name(), arguments.build(), Device.DEFAULT)) {
            for (int i = 0; i < definition.statements().size(); i++) {
                offload.kernel(definition.kernelName(i)).launch(builder, bounds, region);
            }
        }
        LLVMBuildRetVoid(builder);
        LLVMDisposeBuilder(builder);
    }
}
