package io.github.offload4j.codegen.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMCreatePassBuilderOptions;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposePassBuilderOptions;
import static org.bytedeco.llvm.global.LLVM.LLVMRunPassesOnFunction;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.library.LibraryParameter.Array;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMErrorRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMPassBuilderOptionsRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many elements of an array a call touches, for sizes that are nobody's and for those whose product does not fit. */
final class ArrayLengthsTest {
    private static final String TEXT = "define i64 @f() {\n  ret i64 0\n}\n";

    /** LLVM computes what is known. */
    private static long length(Library library, String name, String array, String constants) {
        LLVMContextRef context = LLVMContextCreate();
        LLVMModuleRef module = ModuleReader.parse(context, TEXT, "test");
        try (IrModule view = new IrModule(module)) {
            IrFunction function = view.findFunction("f").orElseThrow();
            IrInstruction end = function.blocks().get(0).terminator().orElseThrow();
            try (IrBuilder builder = IrBuilder.before(end, view.context())) {
                end.setOperand(0, length(LibraryFunction.of(library, name), array, constants, view, builder));
            }
            fold(function);
            return end.operand(0).constantInteger().orElseThrow();
        } finally {
            LLVMDisposeModule(module);
            LLVMContextDispose(context);
        }
    }

    private static IrValue length(
            LibraryFunction function, String array, String constants, IrModule module, IrBuilder builder) {
        Map<String, IrValue> values = new HashMap<>();
        for (String constant : constants.split(" ", -1)) {
            String[] parts = constant.split("=", -1);
            int bits = Integer.parseInt(
                    function.parameter(parts[0]).orElseThrow().type().substring(1));
            values.put(parts[0], module.context().constant(bits, Long.parseLong(parts[1])));
        }
        return new ArrayLengths(function, values, module, builder)
                .of((Array) function.parameter(array).orElseThrow());
    }

    private static void fold(IrFunction function) {
        LLVMPassBuilderOptionsRef options = LLVMCreatePassBuilderOptions();
        LLVMErrorRef error = LLVMRunPassesOnFunction(function.value().raw(), "instcombine", null, options);
        LLVMDisposePassBuilderOptions(options);
        assertThat(error == null || error.isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "CUBLAS, sspmv, AP, n=3, 6",
        "CUBLAS, sspmv, AP, n=0, 0",
        "CUBLAS, sspmv, AP, n=-1000, 0",
        "CUBLAS, sspmv, AP, n=2147483647, 2305843008139952128",
        "CUFFT, r2c, out, n=8 lines=3, 30",
        "CUFFT, r2c, out, n=-8 lines=-3, 0",
        "CUFFT, c2c, in, n=-8 batch=-3, 0",
        "CUBLAS, sgbmv, A, m=9 n=4 kl=1 ku=0 lda=5, 17",
        "CUBLAS, sgbmv, A, m=9 n=4 kl=-1 ku=4 lda=5, 0",
        "CUBLAS, sgemmStridedBatched, A, transa=0 m=2 k=2 lda=2 stridea=-9 batch=3, 0",
        "CUBLAS, saxpy, x, n=-2 incx=-3, 0",
        "CUBLAS, saxpy, x, n=2 incx=-3, 4",
        "NCCL, allGather, recvbuff, sendcount=5 ranks=3 datatype=2, 60",
        "NCCL, allGather, recvbuff, sendcount=-5 ranks=-3 datatype=2, 0",
        "NCCL, allGather, recvbuff, sendcount=4611686018427387904 ranks=8 datatype=2, "
                + RuntimeConstants.IMPOSSIBLE_SIZE,
        "NCCL, allReduce, sendbuff, count=4611686018427387904 datatype=2, " + RuntimeConstants.IMPOSSIBLE_SIZE,
        "CUBLAS, sgemmStridedBatched, A, transa=0 m=2 k=2 lda=2 stridea=4611686018427387904 batch=3, "
                + RuntimeConstants.IMPOSSIBLE_SIZE,
    })
    void whatSizesComeTo(Library library, String name, String array, String constants, long length) {
        assertThat(length(library, name, array, constants)).isEqualTo(length);
    }
}
