package io.github.offload4j.irtests.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.library.Library;
import io.github.offload4j.codegen.library.LibraryFunction;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modules that have what a call of a library's function needs beside it, as something else. */
final class LibrarySymbolsMisuseTest extends Misuse {
    private List<LLVMValueRef> argumentsOf(LibraryFunction function) {
        List<LLVMValueRef> arguments = new ArrayList<>();
        function.parameters()
                .forEach(parameter ->
                        arguments.add(parameter.type().equals("ptr") ? x() : module.constant(parameter.type() + " 1")));
        return arguments;
    }

    private void assertConflict(LibraryFunction function, String symbol) {
        List<LLVMValueRef> arguments = argumentsOf(function);
        Refusal.assertConflict(module, symbol, () -> function.call(module.raw(), module.builder(), arguments));
    }

    @ParameterizedTest
    @CsvSource({
        "CUBLAS, saxpy, cublasSaxpy_v2",
        "OPENMPI, bcast, ompi_mpi_double",
        "OPENMPI, allreduce, ompi_mpi_op_sum",
        "NCCL, allGather, ncclCommCount",
        "NCCL, allGather, .offload_communicator_check.v1",
        "CUFFT, c2c, .offload_plan_check.v1",
        "CUFFT, know, offload_know_numbered_plan",
    })
    void asAFunctionOfAnotherType(Library library, String name, String symbol) {
        module.declare("i16 @" + symbol + "(i16)");
        assertConflict(LibraryFunction.of(library, name), symbol);
    }

    @ParameterizedTest
    @CsvSource({"cublasGetPointerMode_v2", "cublasSetPointerMode_v2", "cublasSaxpy_v2.on_device"})
    void asAnotherFunctionThanNumbersOnTheDeviceNeed(String symbol) {
        module.declare("i16 @" + symbol + "(i16)");
        assertConflict(LibraryFunction.of(Library.CUBLAS, "saxpy").withNumbersOnDevice(), symbol);
    }

    @Test
    void asAnotherFunctionThanACallInARegionNeeds() {
        String symbol = "cublasSetPointerMode_v2";
        module.declare("i16 @" + symbol + "(i16)");
        LibraryFunction function = LibraryFunction.of(Library.CUBLAS, "saxpy").withNumbersOnDevice();

        Refusal.assertConflict(module, symbol, () -> function.declare(module.raw()));
    }

    @Test
    void aCheckThatIsDeclaredIsDefined() {
        module.declare("void @.offload_plan_check.v1(i64 %plan, i32 %n, i32 %lines, ptr %message)");
        module.atEndOf(run.block("entry"));
        LibraryFunction function = LibraryFunction.of(Library.CUFFT, "c2c");

        function.call(module.raw(), module.builder(), argumentsOf(function));

        assertThat(module.text()).contains("define linkonce_odr hidden void @.offload_plan_check.v1(");
    }
}
