import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateBuilderInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeBuilder;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstBasicBlock;
import static org.bytedeco.llvm.global.LLVM.LLVMGetBasicBlockTerminator;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstInstruction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNamedFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNextBasicBlock;
import static org.bytedeco.llvm.global.LLVM.LLVMGetParam;
import static org.bytedeco.llvm.global.LLVM.LLVMPositionBuilderBefore;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.TargetMachine;
import io.github.offload4j.codegen.option.Synchronization;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Emits a loop of launches inside one data region. Usage: Resident KERNELS.ll TARGET default|spin OUT.ll */
final class Resident {
    private static final String HOST = """
            declare void @started()
            declare void @stopped()

            define void @run_resident(i64 %n, float %a, ptr noalias %x, ptr noalias %y, i64 %times) {
            entry:
              %up = add i64 %n, 255
              %blocks = udiv i64 %up, 256
              br label %open
            open:
              call void @started()
              br label %loop
            loop:
              %i = phi i64 [ 0, %open ], [ %next, %loop ]
              %next = add i64 %i, 1
              %more = icmp slt i64 %next, %times
              br i1 %more, label %loop, label %exit
            exit:
              call void @stopped()
              br label %close
            close:
              ret void
            }
            """;

    private Resident() {}

    public static void main(String[] arguments) throws IOException {
        byte[] kernels = Files.readAllBytes(Path.of(arguments[0]));
        DeviceTarget target = DeviceTarget.parse(arguments[1]);
        Synchronization synchronization = Synchronization.valueOf(arguments[2].toUpperCase(Locale.ROOT));
        LLVMContextRef context = LLVMContextCreate();
        LLVMModuleRef module = ModuleReader.parse(context, HOST.getBytes(UTF_8), "resident");
        try (TargetMachine machine = TargetMachine.of(TargetMachine.hostTriple())) {
            machine.apply(module);
        }
        OffloadOptions options =
                OffloadOptions.builder().synchronization(synchronization).build();
        try (OffloadModule offload = OffloadModule.attach(module, options)) {
            offload.embed(DeviceCompiler.create().compile(kernels, arguments[0], target));
            emit(offload, LLVMGetNamedFunction(module, "run_resident"), context);
            offload.finish();
        }
        Files.write(Path.of(arguments[3]), ModuleWriter.text(module).getBytes(UTF_8));
        LLVMDisposeModule(module);
        LLVMContextDispose(context);
    }

    private static void emit(OffloadModule offload, LLVMValueRef function, LLVMContextRef context) {
        LLVMBasicBlockRef entry = LLVMGetFirstBasicBlock(function);
        LLVMBasicBlockRef loop = LLVMGetNextBasicBlock(LLVMGetNextBasicBlock(entry));
        LLVMBasicBlockRef close = LLVMGetNextBasicBlock(LLVMGetNextBasicBlock(loop));
        LLVMValueRef n = LLVMGetParam(function, 0);
        LLVMValueRef blocks = org.bytedeco.llvm.global.LLVM.LLVMGetNextInstruction(LLVMGetFirstInstruction(entry));
        OffloadArguments arguments = OffloadArguments.builder()
                .value(n)
                .value(LLVMGetParam(function, 1))
                .map(LLVMGetParam(function, 2), Access.TO, Extent.count(n, "float"))
                .map(LLVMGetParam(function, 3), Access.TOFROM, Extent.count(n, "float"))
                .build();
        LLVMBuilderRef builder = LLVMCreateBuilderInContext(context);
        LLVMPositionBuilderBefore(builder, LLVMGetBasicBlockTerminator(entry));
        try (DataRegion region = offload.open(builder, "resident", arguments, Device.DEFAULT)) {
            LLVMPositionBuilderBefore(builder, LLVMGetBasicBlockTerminator(loop));
            offload.kernel("saxpy").launch(builder, LaunchBounds.of(blocks, 256), region);
            LLVMPositionBuilderBefore(builder, LLVMGetBasicBlockTerminator(close));
        }
        LLVMDisposeBuilder(builder);
    }
}
