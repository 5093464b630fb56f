package io.github.offload4j.irtests.run;

import static org.bytedeco.llvm.global.LLVM.LLVMConstReal;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;
import static org.bytedeco.llvm.global.LLVM.LLVMDoubleTypeInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMFloatTypeInContext;

import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.ir.TargetMachine;
import io.github.offload4j.codegen.lower.Lowering;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** A module written as text, with functions that sites are emitted into. */
final class EmittedModule implements AutoCloseable {
    private final LLVMContextRef context = LLVMContextCreate();
    private final OffloadOptions options;
    private final LLVMModuleRef module;
    private final IrModule view;
    private final OffloadModule offload;
    private final List<Place> places = new ArrayList<>();
    private final TargetMachine machine = TargetMachine.of(TargetMachine.hostTriple());

    EmittedModule(String text, OffloadOptions options) {
        this.options = options;
        this.module = ModuleReader.parse(context, text, "test");
        machine.apply(module);
        this.view = new IrModule(module);
        this.offload = OffloadModule.attach(module, options);
    }

    OffloadModule offload() {
        return offload;
    }

    /** Returns the runtime that the module is for. */
    RuntimeAbi runtime() {
        return options.runtime();
    }

    /** Lowers the marked calls. */
    void lower(DeviceImage... images) {
        Lowering.with(options).embedding(images).lower(module);
    }

    LLVMValueRef function(String name) {
        return view.findFunction(name).orElseThrow().value().raw();
    }

    LLVMValueRef global(String name) {
        return view.findGlobal(name).orElseThrow().value().raw();
    }

    /** Returns a 64-bit integer. */
    LLVMValueRef integer(long value) {
        return view.context().constant(Long.SIZE, value).raw();
    }

    /** Returns a 32-bit integer. */
    LLVMValueRef narrowInteger(int value) {
        return view.context().constant(Integer.SIZE, value).raw();
    }

    LLVMValueRef real(double value) {
        return LLVMConstReal(LLVMDoubleTypeInContext(context), value);
    }

    LLVMValueRef single(float value) {
        return LLVMConstReal(LLVMFloatTypeInContext(context), value);
    }

    LLVMValueRef nullPointer() {
        return view.context().nullPointer().raw();
    }

    /** Returns a place in front of the last instruction of a function's first block. */
    Place in(String function) {
        return in(function, "");
    }

    /** Returns a place in front of the last instruction of a block. */
    Place in(String function, String block) {
        Place place = new Place(this, view.findFunction(function).orElseThrow(), block);
        places.add(place);
        return place;
    }

    /** Finishes the module and compiles it. */
    byte[] object(OptimizationLevel level) {
        offload.finish();
        if (level != OptimizationLevel.O0) {
            machine.optimize(module, level);
        }
        return machine.emitObject(module);
    }

    /** Finishes the module. */
    String text() {
        offload.finish();
        return ModuleWriter.text(module);
    }

    @Override
    public void close() {
        places.forEach(Place::close);
        offload.close();
        view.close();
        machine.close();
        LLVMDisposeModule(module);
        LLVMContextDispose(context);
    }
}
