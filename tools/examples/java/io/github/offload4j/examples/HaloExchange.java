package io.github.offload4j.examples;

import static org.bytedeco.llvm.global.LLVM.*;

import io.github.offload4j.codegen.HostTarget;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.library.Library;
import io.github.offload4j.codegen.library.LibraryFunction;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.*;

/** Emits what {@code halo_mpi.c} of the example of many devices has: calls of MPI with arrays as they are on the devices. */
public final class HaloExchange implements AutoCloseable {
    private static final int NO_RANK = -2; // MPI_PROC_NULL of Open MPI
    private static final int IN_PLACE = 1; // MPI_IN_PLACE

    private final LLVMContextRef context = LLVMContextCreate();
    private final LLVMModuleRef module = LLVMModuleCreateWithNameInContext("halo", context);
    private final LLVMBuilderRef builder = LLVMCreateBuilderInContext(context);
    private final LLVMTypeRef pointer = LLVMPointerTypeInContext(context, 0);
    private final LLVMTypeRef i32 = LLVMInt32TypeInContext(context);
    private final LLVMTypeRef i64 = LLVMInt64TypeInContext(context);
    private final LLVMValueRef world = LLVMAddGlobal(module, LLVMInt8TypeInContext(context), "ompi_mpi_comm_world");

    /** Writes the module to the file that is the only argument. */
    public static void main(String[] arguments) {
        try (HaloExchange halo = new HaloExchange()) {
            halo.emit(arguments[0]);
        }
    }

    /** Writes the module to a file, as text. */
    public void emit(String file) {
        HostTarget.applyTo(module);
        LLVMSetInitializer(LLVMAddGlobal(module, i32, "halo_shares_devices"), number(1));
        function("halo_open", pointer, pointer);
        LLVMBuildRetVoid(builder);
        function("halo_close");
        LLVMBuildRetVoid(builder);
        try (OffloadModule offload = OffloadModule.attach(module, OffloadOptions.defaults())) {
            emitExchange(offload);
            emitLargest(offload);
            offload.finish();
        }
        LLVMPrintModuleToFile(module, file, (BytePointer) null);
    }

    /** What is above goes up and what comes from below goes below, and the other way round. */
    private void emitExchange(OffloadModule offload) {
        LLVMValueRef function = function("halo_exchange", pointer, pointer);
        LLVMValueRef strip = LLVMGetParam(function, 0);
        LLVMValueRef above = LLVMGetParam(function, 1);
        LLVMValueRef rank = field(strip, i32, 0);
        LLVMValueRef before = LLVMBuildSub(builder, rank, number(1), "");
        LLVMValueRef behind = LLVMBuildAdd(builder, rank, number(1), "");
        LLVMValueRef isFirst = LLVMBuildICmp(builder, LLVMIntEQ, rank, number(0), "");
        LLVMValueRef isLast = LLVMBuildICmp(builder, LLVMIntEQ, behind, field(strip, i32, 4), "");
        LLVMValueRef up = LLVMBuildSelect(builder, isFirst, number(NO_RANK), before, "up");
        LLVMValueRef down = LLVMBuildSelect(builder, isLast, number(NO_RANK), behind, "down");
        LLVMValueRef columns = field(strip, i64, 24);
        LLVMValueRef first = element(above, columns, "first");
        LLVMValueRef last = element(above, LLVMBuildMul(builder, field(strip, i64, 16), columns, ""), "last");
        LLVMValueRef below = element(last, columns, "below");
        LLVMValueRef device = field(strip, i32, 8);
        sendReceive(offload, first, up, below, down, columns, device);
        sendReceive(offload, last, down, above, up, columns, device);
        LLVMBuildRetVoid(builder);
    }

    /** The catalogue knows what MPI_Sendrecv takes, and how much of its arrays: arguments go by name. */
    private void sendReceive(
            OffloadModule offload,
            LLVMValueRef sent,
            LLVMValueRef to,
            LLVMValueRef received,
            LLVMValueRef from,
            LLVMValueRef columns,
            LLVMValueRef device) {
        LLVMValueRef count = LLVMBuildTrunc(builder, columns, i32, "");
        LibraryFunction sendrecv = LibraryFunction.of(Library.OPENMPI, "sendrecv");
        Map<String, LLVMValueRef> arguments = new HashMap<>();
        arguments.put("sendbuf", sent);
        arguments.put("recvbuf", received);
        arguments.put("dest", to);
        arguments.put("source", from);
        arguments.put("comm", world);
        arguments.put("status", LLVMConstNull(pointer));
        for (String side : List.of("send", "recv")) {
            arguments.put(side + "count", count);
            arguments.put(side + "type", choice(sendrecv, side + "type", "double"));
            arguments.put(side + "tag", number(0));
        }
        OffloadCall call = sendrecv.call(module, builder, arguments)
                .device(Device.of(device))
                .build();
        offload.call(builder, call);
    }

    /** A call that the catalogue does not describe: in place, where the first address is none. */
    private void emitLargest(OffloadModule offload) {
        LLVMValueRef function = function("halo_largest", pointer, pointer, i64);
        LLVMValueRef strip = LLVMGetParam(function, 0);
        LLVMValueRef count = LLVMGetParam(function, 2);
        LLVMTypeRef type = type(i32, pointer, pointer, i32, pointer, pointer, pointer);
        OffloadCall call = OffloadCall.to(LLVMAddFunction(module, "MPI_Allreduce", type))
                .host(true)
                .hostPointer(LLVMConstIntToPtr(LLVMConstInt(i64, IN_PLACE, 0), pointer))
                .map(LLVMGetParam(function, 1), Access.TOFROM, Extent.count(count, "double"))
                .value(LLVMBuildTrunc(builder, count, i32, ""))
                .hostPointer(variable("ompi_mpi_double"))
                .hostPointer(variable("ompi_mpi_op_max"))
                .hostPointer(world)
                .device(Device.of(field(strip, i32, 8)))
                .build();
        offload.call(builder, call);
        LLVMBuildRetVoid(builder);
    }

    private LLVMValueRef choice(LibraryFunction function, String parameter, String word) {
        return function.library().enumerations().stream()
                .filter(enumeration -> enumeration.name().equals("datatype"))
                .map(enumeration -> number((int) enumeration.number(word).orElseThrow()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(parameter));
    }

    private LLVMValueRef variable(String symbol) {
        LLVMValueRef known = LLVMGetNamedGlobal(module, symbol);
        return known != null ? known : LLVMAddGlobal(module, LLVMInt8TypeInContext(context), symbol);
    }

    private LLVMValueRef function(String name, LLVMTypeRef... parameters) {
        LLVMValueRef function = LLVMAddFunction(module, name, type(LLVMVoidTypeInContext(context), parameters));
        LLVMPositionBuilderAtEnd(builder, LLVMAppendBasicBlockInContext(context, function, "entry"));
        return function;
    }

    private static LLVMTypeRef type(LLVMTypeRef result, LLVMTypeRef... parameters) {
        return LLVMFunctionType(result, new PointerPointer<>(parameters), parameters.length, 0);
    }

    private LLVMValueRef number(int value) {
        return LLVMConstInt(i32, value, 1);
    }

    /** Reads a field of heat.h's Strip: rank, ranks and device of 4 bytes, at 16 and 24 rows and columns of 8. */
    private LLVMValueRef field(LLVMValueRef strip, LLVMTypeRef type, int offset) {
        LLVMTypeRef bytes = LLVMInt8TypeInContext(context);
        LLVMValueRef index = LLVMConstInt(i64, offset, 0);
        LLVMValueRef place =
                LLVMBuildGEP2(builder, bytes, strip, new PointerPointer<>(new LLVMValueRef[] {index}), 1, "");
        return LLVMBuildLoad2(builder, type, place, "");
    }

    private LLVMValueRef element(LLVMValueRef array, LLVMValueRef index, String name) {
        LLVMTypeRef cell = LLVMDoubleTypeInContext(context);
        return LLVMBuildGEP2(builder, cell, array, new PointerPointer<>(new LLVMValueRef[] {index}), 1, name);
    }

    @Override
    public void close() {
        LLVMDisposeBuilder(builder);
        LLVMDisposeModule(module);
        LLVMContextDispose(context);
    }
}
