package io.github.offload4j.bench;

import static org.bytedeco.llvm.global.LLVM.*;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * The baseline: emits the same sites as {@link OffloadEmitter} by the shortest sequence of calls of LLVM's C interface. It
 * checks nothing and knows everything: types, declarations and tables are made once, and the arrays that calls take are
 * made once too. Names are strings, as one writes them.
 */
final class RawEmitter {
    private static final String[] FIELDS = {
        "Version",
        "NumArgs",
        "ArgBasePtrs",
        "ArgPtrs",
        "ArgSizes",
        "ArgTypes",
        "ArgNames",
        "ArgMappers",
        "Tripcount",
        "Flags",
        "NumTeams",
        "ThreadLimit",
        "DynCGroupMem"
    };
    private static final int[] FIELD_ALIGNMENTS = {4, 4, 8, 8, 8, 8, 8, 8, 8, 8, 4, 4, 4};

    private final HostFunctions host;
    private final int pointers;
    private final LLVMContextRef context;
    private final LLVMModuleRef module;
    private final LLVMBuilderRef builder;
    private final PointerPointer<Pointer> values = new PointerPointer<>(16L);
    private final PointerPointer<Pointer> indices = new PointerPointer<>(2L);
    private final LLVMTypeRef i1;
    private final LLVMTypeRef i8;
    private final LLVMTypeRef i32;
    private final LLVMTypeRef i64;
    private final LLVMTypeRef pointer;
    private final LLVMTypeRef nothing;
    private final LLVMTypeRef triple;
    private final LLVMTypeRef arguments;
    private final LLVMTypeRef ident;
    private final LLVMTypeRef array;
    private final LLVMValueRef nullPointer;
    private final LLVMTypeRef mapperType;
    private final LLVMTypeRef launchType;
    private final LLVMTypeRef checkType;
    private final LLVMTypeRef deviceType;

    private RawEmitter(HostFunctions host, int pointers) {
        this.host = host;
        this.pointers = pointers;
        this.context = host.context;
        this.module = host.module;
        this.builder = LLVMCreateBuilderInContext(context);
        this.i1 = LLVMInt1TypeInContext(context);
        this.i8 = LLVMInt8TypeInContext(context);
        this.i32 = LLVMInt32TypeInContext(context);
        this.i64 = LLVMInt64TypeInContext(context);
        this.pointer = LLVMPointerTypeInContext(context, 0);
        this.nothing = LLVMVoidTypeInContext(context);
        this.triple = LLVMArrayType2(i32, 3);
        this.ident = struct("struct.ident_t", i32, i32, i32, i32, pointer);
        this.arguments = struct(
                "struct.__tgt_kernel_arguments",
                i32,
                i32,
                pointer,
                pointer,
                pointer,
                pointer,
                pointer,
                pointer,
                i64,
                i64,
                triple,
                triple,
                i32);
        this.array = LLVMArrayType2(pointer, pointers);
        this.nullPointer = LLVMConstNull(pointer);
        this.mapperType = type(nothing, pointer, i64, i32, pointer, pointer, pointer, pointer, pointer, pointer);
        this.launchType = type(i32, pointer, i64, i32, i32, pointer, pointer, i1);
        this.checkType = type(nothing, i32, pointer, i64);
        this.deviceType = type(i32);
    }

    static void emit(HostFunctions host, int pointers) {
        RawEmitter emitter = new RawEmitter(host, pointers);
        try {
            emitter.emit();
        } finally {
            LLVMDisposeBuilder(emitter.builder);
            emitter.values.close();
            emitter.indices.close();
        }
    }

    private void emit() {
        LLVMValueRef device = LLVMAddFunction(module, "omp_get_default_device", deviceType);
        LLVMValueRef begin = LLVMAddFunction(module, "__tgt_target_data_begin_mapper", mapperType);
        LLVMValueRef end = LLVMAddFunction(module, "__tgt_target_data_end_mapper", mapperType);
        LLVMValueRef launch = LLVMAddFunction(module, ".offload_launch.v1", launchType);
        LLVMValueRef check = LLVMAddFunction(module, ".offload_check.v1", checkType);
        LLVMValueRef sizes = null;
        LLVMValueRef beginTypes = null;
        LLVMValueRef kernelTypes = null;
        LLVMValueRef endTypes = null;
        LLVMValueRef region = null;
        LLVMValueRef names = null;
        for (int f = 0; f < host.functions.size(); f++) {
            LLVMValueRef function = host.functions.get(f);
            String name = "f" + f;
            LLVMValueRef location = location(name);
            if (sizes == null) {
                sizes = table(".offload_sizes.kernel", OffloadEmitter.BYTES);
                beginTypes = table(".offload_maptypes.kernel.begin", 1);
                kernelTypes = table(".offload_maptypes.kernel.kernel", 32);
                endTypes = table(".offload_maptypes.kernel.end", 2);
                names = names();
                region = LLVMAddGlobal(module, i8, ".kernel.region_id");
                LLVMSetInitializer(region, LLVMConstInt(i8, 0, 0));
                LLVMSetGlobalConstant(region, 1);
                LLVMSetLinkage(region, LLVMInternalLinkage);
            }
            LLVMPositionBuilderBefore(builder, LLVMGetBasicBlockTerminator(host.blocks.get(f)));
            LLVMValueRef bases = slot(array, ".offload_baseptrs");
            LLVMValueRef begins = slot(array, ".offload_ptrs");
            LLVMValueRef struct = slot(arguments, "kernel_args");
            LLVMValueRef number =
                    LLVMBuildSExt(builder, LLVMBuildCall2(builder, deviceType, device, values, 0, ""), i64, "");
            for (int p = 0; p < pointers; p++) {
                LLVMValueRef value = LLVMGetParam(function, p + 1);
                store(value, p == 0 ? bases : element(array, bases, p, ""), 8);
                store(value, p == 0 ? begins : element(array, begins, p, ""), 8);
            }
            call(
                    mapperType,
                    begin,
                    location,
                    number,
                    constant(pointers),
                    bases,
                    begins,
                    sizes,
                    beginTypes,
                    names,
                    nullPointer);
            LLVMValueRef blocks = LLVMGetParam(function, 0);
            LLVMValueRef grid = LLVMBuildInsertValue(builder, LLVMGetPoison(triple), blocks, 0, "");
            grid = LLVMBuildInsertValue(builder, grid, constant(1), 1, "");
            grid = LLVMBuildInsertValue(builder, grid, constant(1), 2, "");
            LLVMValueRef empty = LLVMBuildICmp(builder, LLVMIntSLT, blocks, constant(1), "");
            LLVMValueRef[] fields = {
                constant(3),
                constant(pointers),
                bases,
                begins,
                sizes,
                kernelTypes,
                names,
                nullPointer,
                LLVMConstInt(i64, 0, 0),
                LLVMConstInt(i64, 0, 0),
                grid,
                threads(),
                constant(0)
            };
            for (int i = 0; i < fields.length; i++) {
                store(fields[i], element(arguments, struct, i, FIELDS[i]), FIELD_ALIGNMENTS[i]);
            }
            LLVMValueRef result = call(
                    launchType,
                    launch,
                    location,
                    number,
                    blocks,
                    constant(OffloadEmitter.THREADS),
                    region,
                    struct,
                    empty);
            String message = "function '" + name + "': error: the offload runtime did not launch kernel 'kernel':"
                    + " offloading is disabled, or no device fits the program's images\n";
            call(checkType, check, result, text(".offload_message", message), LLVMConstInt(i64, message.length(), 0));
            call(
                    mapperType,
                    end,
                    location,
                    number,
                    constant(pointers),
                    bases,
                    begins,
                    sizes,
                    endTypes,
                    names,
                    nullPointer);
        }
        verify();
    }

    private void verify() {
        BytePointer message = new BytePointer();
        if (LLVMVerifyModule(module, LLVMReturnStatusAction, message) != 0) {
            throw new OffloadException(OffloadException.Reason.VERIFICATION, message.getString());
        }
        LLVMDisposeMessage(message);
    }

    private LLVMTypeRef struct(String name, LLVMTypeRef... fields) {
        LLVMTypeRef made = LLVMStructCreateNamed(context, name);
        LLVMStructSetBody(made, fill(fields), fields.length, 0);
        return made;
    }

    private LLVMTypeRef type(LLVMTypeRef result, LLVMTypeRef... parameters) {
        return LLVMFunctionType(result, fill(parameters), parameters.length, 0);
    }

    private PointerPointer<Pointer> fill(Pointer... elements) {
        for (int i = 0; i < elements.length; i++) {
            values.put(i, elements[i]);
        }
        return values;
    }

    private LLVMValueRef call(LLVMTypeRef type, LLVMValueRef callee, LLVMValueRef... given) {
        return LLVMBuildCall2(builder, type, callee, fill(given), given.length, "");
    }

    private LLVMValueRef slot(LLVMTypeRef type, String name) {
        LLVMValueRef slot = LLVMBuildAlloca(builder, type, name);
        LLVMSetAlignment(slot, 8);
        return slot;
    }

    private LLVMValueRef element(LLVMTypeRef type, LLVMValueRef address, int index, String name) {
        indices.put(0, constant(0));
        indices.put(1, constant(index));
        return LLVMBuildInBoundsGEP2(builder, type, address, indices, 2, name);
    }

    private void store(LLVMValueRef value, LLVMValueRef address, int alignment) {
        LLVMSetAlignment(LLVMBuildStore(builder, value, address), alignment);
    }

    private LLVMValueRef constant(long value) {
        return LLVMConstInt(i32, value, 1);
    }

    private LLVMValueRef threads() {
        return LLVMConstArray2(i32, fill(constant(OffloadEmitter.THREADS), constant(1), constant(1)), 3);
    }

    private LLVMValueRef table(String name, long element) {
        try (PointerPointer<Pointer> elements = new PointerPointer<>(pointers)) {
            for (int i = 0; i < pointers; i++) {
                elements.put(i, LLVMConstInt(i64, element, 0));
            }
            return global(name, LLVMConstArray2(i64, elements, pointers));
        }
    }

    private LLVMValueRef names() {
        try (PointerPointer<Pointer> elements = new PointerPointer<>(pointers)) {
            for (int i = 0; i < pointers; i++) {
                elements.put(i, text("", ";p" + i + ";unknown;0;0;;"));
            }
            return global(".offload_names.kernel", LLVMConstArray2(pointer, elements, pointers));
        }
    }

    private LLVMValueRef global(String name, LLVMValueRef content) {
        LLVMValueRef global = LLVMAddGlobal(module, LLVMTypeOf(content), name);
        LLVMSetInitializer(global, content);
        LLVMSetGlobalConstant(global, 1);
        LLVMSetLinkage(global, LLVMPrivateLinkage);
        LLVMSetUnnamedAddress(global, LLVMGlobalUnnamedAddr);
        return global;
    }

    private LLVMValueRef text(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (BytePointer content = new BytePointer(bytes)) {
            LLVMValueRef global = global(name, LLVMConstStringInContext2(context, content, bytes.length, 0));
            LLVMSetAlignment(global, 1);
            return global;
        }
    }

    private LLVMValueRef location(String function) {
        String source = ";unknown;" + function + ";0;0;;";
        LLVMValueRef text = text("", source);
        LLVMValueRef content = LLVMConstNamedStruct(
                ident, fill(constant(0), constant(2), constant(0), constant(source.length()), text), 5);
        LLVMValueRef global = global("", content);
        LLVMSetAlignment(global, 8);
        return global;
    }
}
