package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.abi.TaskLayout;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.emit.global.Ident;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Ownership;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Dependence;
import io.github.offload4j.codegen.signature.Device;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asynchronous sites: target tasks of LLVM's OpenMP library, as clang makes them, and what waits for them. */
public final class TaskCode {
    private static final Set<RuntimeFunction> FUNCTIONS = EnumSet.of(
            RuntimeFunction.THREAD_NUMBER,
            RuntimeFunction.TASK_ALLOCATE,
            RuntimeFunction.TASK,
            RuntimeFunction.TASK_DEPENDENT,
            RuntimeFunction.TASK_WAIT,
            RuntimeFunction.TASK_WAIT_DEPENDENT);

    private final IrModule module;
    private final IrContext context;
    private final Restrictions restrictions;
    private final RuntimeDeclarations declarations;
    private final Ident idents;
    private final DeviceNumber devices;
    private final Extents extents;
    private final Set<IrFunction> routines = new LinkedHashSet<>();

    TaskCode(
            IrModule module,
            Restrictions restrictions,
            RuntimeDeclarations declarations,
            Ident idents,
            DeviceNumber devices,
            Extents extents) {
        this.module = module;
        this.context = module.context();
        this.restrictions = restrictions;
        this.declarations = declarations;
        this.idents = idents;
        this.devices = devices;
        this.extents = extents;
    }

    /**
     * Checks that a site can be asynchronous, or waited for, and emits nothing.
     *
     * @throws OffloadException when the preset has no tasks, the module has one of their functions as something else, or a
     *     dependence is no pointer of the function
     */
    public void check(List<Dependence> dependences, IrFunction function) {
        restrictions.checkTasks();
        for (int i = 0; i < dependences.size(); i++) {
            IrValue address = dependences.get(i).address();
            String what = "dependence " + (i + 1);
            Ownership.requireUsable(address, function, module, what);
            if (address.type().addressSpace().orElse(-1) != 0) {
                throw new OffloadException(
                        Reason.ARGUMENT, what + " is " + address.type() + "; give a pointer of the host");
            }
        }
        declarations.check(FUNCTIONS);
    }

    /** Begins the function of a task. */
    public TaskBody begin(String name, IrFunction spawner) {
        TaskBody body = new TaskBody(module, name, spawner);
        routines.add(body.routine());
        return body;
    }

    /** Returns the functions of tasks in the order in which they were begun. */
    public Set<IrFunction> routines() {
        return Collections.unmodifiableSet(routines);
    }

    /** Returns how many bytes an object has that is passed by value, whose size was checked. */
    public long bytes(Argument argument) {
        return ValueWords.bytes(argument, extents, "the argument");
    }

    /** Returns the number of the device that a task uses, as it is when the task is spawned. */
    public IrValue device(Device device, IrBuilder at) {
        return devices.of(device, at);
    }

    /** Reserves an address that stands for a task in dependences, one for each time that the function runs. */
    public IrValue token(IrBuilder at) {
        try (IrBuilder entry = at.pastAllocas()) {
            return entry.alloca(context.integer(Byte.SIZE), ".offload_token", 1);
        }
    }

    /**
     * Ends the function of a task, and spawns the task.
     *
     * @param device what {@link #device} returned
     */
    public void spawn(
            TaskBody body,
            Optional<SourceLocation> location,
            IrValue device,
            List<Dependence> dependences,
            IrBuilder at) {
        body.end();
        IrValue ident = idents.at(location, body.spawner().name());
        IrValue thread = thread(ident, at);
        IrValue task = at.call(
                declarations.get(RuntimeFunction.TASK_ALLOCATE),
                List.of(
                        ident,
                        thread,
                        word(TaskLayout.FLAGS),
                        context.constant(Long.SIZE, body.bytes()),
                        context.constant(Long.SIZE, 0),
                        body.routine().value(),
                        device),
                "");
        body.fill(task, at);
        if (dependences.isEmpty()) {
            at.call(declarations.get(RuntimeFunction.TASK), List.of(ident, thread, task), "");
            return;
        }
        List<IrValue> values = new ArrayList<>(List.of(ident, thread, task));
        values.addAll(lists(dependences, at));
        at.call(declarations.get(RuntimeFunction.TASK_DEPENDENT), values, "");
    }

    /** Waits for all that this thread has spawned. */
    public void await(Optional<SourceLocation> location, IrBuilder at) {
        IrValue ident = idents.at(location, at.function().name());
        at.call(declarations.get(RuntimeFunction.TASK_WAIT), List.of(ident, thread(ident, at)), "");
    }

    /** Waits for what this thread has spawned and a site with some dependences would follow. */
    public void await(Optional<SourceLocation> location, List<Dependence> dependences, IrBuilder at) {
        IrValue ident = idents.at(location, at.function().name());
        List<IrValue> values = new ArrayList<>(List.of(ident, thread(ident, at)));
        values.addAll(lists(dependences, at));
        values.add(word(0));
        at.call(declarations.get(RuntimeFunction.TASK_WAIT_DEPENDENT), values, "");
    }

    private IrValue thread(IrValue ident, IrBuilder at) {
        return at.call(declarations.get(RuntimeFunction.THREAD_NUMBER), List.of(ident), "");
    }

    /** Stores dependences; the second list, of those that are known to be different, is always empty. */
    private List<IrValue> lists(List<Dependence> dependences, IrBuilder at) {
        IrType integer = context.integer(Long.SIZE);
        IrType one = context.struct(List.of(integer, integer, context.integer(Byte.SIZE)));
        IrValue list;
        try (IrBuilder entry = at.pastAllocas()) {
            list = entry.alloca(context.array(one, dependences.size()), ".offload_depends", Long.BYTES);
        }
        for (int i = 0; i < dependences.size(); i++) {
            Dependence dependence = dependences.get(i);
            long begin = (long) i * TaskLayout.DEPENDENCE_BYTES;
            at.store(
                    at.pointerToInteger(dependence.address(), integer),
                    field(list, begin + TaskLayout.DEPENDENCE_ADDRESS, at),
                    Long.BYTES);
            at.store(context.constant(Long.SIZE, 0), field(list, begin + TaskLayout.DEPENDENCE_LENGTH, at), Long.BYTES);
            at.store(
                    context.constant(Byte.SIZE, dependence.kind().bits()),
                    field(list, begin + TaskLayout.DEPENDENCE_KIND, at),
                    Long.BYTES);
        }
        return List.of(word(dependences.size()), list, word(0), context.nullPointer());
    }

    private IrValue field(IrValue list, long offset, IrBuilder at) {
        return offset == 0
                ? list
                : at.offsetAddress(context.integer(Byte.SIZE), list, context.constant(Long.SIZE, offset), "");
    }

    private IrValue word(int value) {
        return context.constant(Integer.SIZE, value);
    }
}
