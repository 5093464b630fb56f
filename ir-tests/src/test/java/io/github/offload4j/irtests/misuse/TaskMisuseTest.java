package io.github.offload4j.irtests.misuse;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.OffloadTask;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.option.OnStatus;
import io.github.offload4j.codegen.option.Preset;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.Dependence;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.irtests.fixture.TestModule;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.junit.jupiter.api.Test;

/** Asynchronous sites that cannot be, and handles that are used elsewhere, too late or not at all. */
final class TaskMisuseTest extends Misuse {
    private OffloadTask spawn(Dependence... dependences) {
        return module.offload().spawn(module.builder(), kernel().build(), dependences);
    }

    private void assertSpawnRefused(OffloadCall.Builder call, Reason reason, String message, Dependence... after) {
        OffloadCall built = call.build();
        Refusal.assertRefused(module, reason, message, () -> module.offload().spawn(module.builder(), built, after));
    }

    @Test
    void aCallWhoseResultNobodyWaitsFor() {
        LLVMValueRef sum = module.declare("double @sum(ptr)");
        assertSpawnRefused(
                OffloadCall.to(sum).host(true).map(x(), Access.TO, Extent.bytes(8)),
                Reason.SIGNATURE,
                "host function 'sum' returns double, which nobody waits for; call one that returns void, or an i32 that"
                        + " is checked (onStatus ABORT)");
    }

    @Test
    void aStatusThatNobodyLooksAt() {
        LLVMValueRef status = module.declare("i32 @status(ptr)");
        OffloadCall.Builder call = OffloadCall.to(status).host(true).map(x(), Access.TO, Extent.bytes(8));
        assertSpawnRefused(
                call,
                Reason.SIGNATURE,
                "host function 'status' returns i32, which nobody waits for; call one that returns void, or an i32 that"
                        + " is checked (onStatus ABORT)");
        OffloadCall checked = call.onStatus(OnStatus.ABORT).build();
        assertThatCode(() -> module.offload().spawn(module.builder(), checked)).doesNotThrowAnyException();
    }

    @Test
    void aDependenceOnANumber() {
        assertSpawnRefused(
                kernel(), Reason.ARGUMENT, "dependence 1 is i32; give a pointer of the host", Dependence.in(n()));
    }

    @Test
    void aDependenceOnAValueOfAnotherFunction() {
        LLVMValueRef elsewhere = module.define("void @other(ptr %p)").parameter("p");
        module.atEndOf(run.block("entry"));
        assertSpawnRefused(
                kernel(),
                Reason.ARGUMENT,
                "dependence 2 belongs to another function than 'run', where the builder stands",
                Dependence.in(x()),
                Dependence.inout(elsewhere));
    }

    @Test
    void anArgumentOfAnotherFunction() {
        LLVMValueRef elsewhere = module.define("void @other(ptr %p)").parameter("p");
        module.atEndOf(run.block("entry"));
        assertSpawnRefused(
                kernel().map(elsewhere, Access.TO, Extent.bytes(8)),
                Reason.ARGUMENT,
                "argument 'p' belongs to another function than 'run', where the builder stands");
    }

    @Test
    void dataThatCannotBeEntered() {
        OffloadArguments none = OffloadArguments.builder().build();
        Refusal.assertRefused(
                module,
                Reason.ARGUMENT,
                "an enter of nothing; map at least one pointer",
                () -> module.offload().spawnData(module.builder(), DataAction.ENTER, "weights", none, Device.DEFAULT));
    }

    @Test
    void presetRustc() {
        try (TestModule other =
                TestModule.create(OffloadOptions.builder().preset(Preset.RUSTC).build())) {
            other.define("void @run()");
            Refusal.assertRefused(
                    other,
                    Reason.OPTION,
                    "rustc's lowering has no asynchronous sites; use preset default, which has them",
                    () -> other.offload().spawn(other.builder(), kernel().build()));
            Refusal.assertRefused(
                    other,
                    Reason.OPTION,
                    "rustc's lowering has no asynchronous sites; use preset default, which has them",
                    () -> other.offload().await(other.builder()));
        }
    }

    @Test
    void aFunctionOfTasksThatIsSomethingElse() {
        module.declare("void @__kmpc_omp_task()");
        assertSpawnRefused(
                kernel(),
                Reason.SYMBOL_CONFLICT,
                "the module declares '__kmpc_omp_task' as void (), the runtime has it as i32 (ptr, i32, ptr)");
    }

    @Test
    void aWaitInAnotherFunction() {
        OffloadTask task = spawn();
        module.define("void @other()");
        Refusal.assertRefused(
                module,
                Reason.POSITION,
                "site 'k' is spawned in function 'run', and the builder stands in 'other'; wait there for everything, or"
                        + " for its dependences",
                () -> task.await(module.builder()));
    }

    @Test
    void aSiteThatIsOwedAWait() {
        OffloadTask task = spawn();
        Refusal.assertRefused(
                module, Reason.STATE, "site 'k' is spawned, and never waited for; emit a wait", task::close);
        task.await(module.builder());
        task.await(module.builder());
        assertThatCode(task::close).doesNotThrowAnyException();
    }

    @Test
    void aSiteThatSomethingElseWaitsForIsNobodysMatter() {
        spawn(Dependence.inout(x()));
        module.returnVoid();
        assertThatCode(module::finish).doesNotThrowAnyException();
    }

    @Test
    void aWaitWhenTheModuleIsFinished() {
        OffloadTask task = spawn();
        module.returnVoid();
        module.finish();
        Refusal.assertRefused(
                Reason.STATE,
                "the offload module is finished; finish comes once, after the last site and image",
                () -> task.await(module.builder()));
    }
}
