package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.abi.TaskLayout;
import io.github.offload4j.codegen.helper.TaskRoutine;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code .offload_task}: the function that a task runs, while a site is emitted into it. What the site uses of the function
 * that spawns it is taken along in the task's own memory, so that nothing of that function's frame has to outlast it.
 */
public final class TaskBody implements AutoCloseable {
    private static final List<String> PROCESSOR = List.of("target-cpu", "target-features", "tune-cpu");
    private static final int TASK_PARAMETER = 1;
    private static final int OBJECT_ALIGNMENT = 16;

    private final IrModule module;
    private final IrContext context;
    private final IrFunction spawner;
    private final IrFunction routine;
    private final IrBuilder inside;
    private final List<Taken> taken = new ArrayList<>();
    private final Map<IrValue, IrValue> known = new HashMap<>();
    private long bytes = TaskLayout.TASK_BYTES;

    /** What is put into the task's memory when it is spawned. */
    private sealed interface Taken {
        record Value(IrValue value, long offset) implements Taken {}

        record Copy(IrValue pointer, long size, long offset) implements Taken {}
    }

    TaskBody(IrModule module, String name, IrFunction spawner) {
        this.module = module;
        this.context = module.context();
        this.spawner = spawner;
        IrType word = context.integer(Integer.SIZE);
        IrType type = context.function(word, List.of(word, context.pointer()));
        this.routine = module.addFunction(TaskRoutine.name(name), type, Linkage.INTERNAL);
        routine.nameParameter(0, "thread");
        routine.nameParameter(TASK_PARAMETER, "task");
        takeProcessor();
        this.inside = IrBuilder.atEnd(routine.appendBlock("entry"), context);
    }

    /** What is passed in registers depends on the processor that a function is for. */
    private void takeProcessor() {
        for (String attribute : PROCESSOR) {
            Attributes.text(spawner, attribute)
                    .ifPresent(text -> Attributes.addText(routine, attribute, text, context));
        }
    }

    /** Returns the function that the task runs. */
    public IrFunction routine() {
        return routine;
    }

    /** Returns the function that spawns the task. */
    public IrFunction spawner() {
        return spawner;
    }

    /** Returns what emits into the task. */
    public IrBuilder inside() {
        return inside;
    }

    /** Returns what a value of the spawning function is in the task. */
    public IrValue take(IrValue value) {
        if (value.asInstruction().isEmpty() && !value.isParameter()) {
            return value;
        }
        IrValue before = known.get(value);
        if (before != null) {
            return before;
        }
        long size = module.layout().bytes(value.type()).orElseThrow();
        long offset = reserve(size);
        taken.add(new Taken.Value(value, offset));
        IrValue inTask = inside.load(
                value.type(), at(routine.parameter(TASK_PARAMETER), offset, inside), alignment(size), value.name());
        known.put(value, inTask);
        return inTask;
    }

    /** Returns the address that a copy of an object has in the task. */
    public IrValue takeObject(IrValue pointer, long size) {
        long offset = reserve(size);
        taken.add(new Taken.Copy(pointer, size, offset));
        IrValue slot = inside.alloca(context.array(context.integer(Byte.SIZE), size), pointer.name(), OBJECT_ALIGNMENT);
        inside.copyBytes(slot, at(routine.parameter(TASK_PARAMETER), offset, inside), size);
        return slot;
    }

    private long reserve(long size) {
        int alignment = alignment(size);
        long offset = (bytes + alignment - 1) / alignment * alignment;
        bytes = offset + size;
        return offset;
    }

    /** Small values stand close to each other; nothing needs more than the task itself has. */
    private static int alignment(long size) {
        return (int) Math.min(TaskLayout.TASK_ALIGNMENT, Math.max(1, Long.lowestOneBit(size)));
    }

    private IrValue at(IrValue task, long offset, IrBuilder builder) {
        return builder.offsetAddress(context.integer(Byte.SIZE), task, context.constant(Long.SIZE, offset), "");
    }

    /** Returns how many bytes the task has. */
    long bytes() {
        return bytes;
    }

    /** Fills a task's memory. */
    void fill(IrValue task, IrBuilder builder) {
        for (Taken each : taken) {
            if (each instanceof Taken.Value value) {
                long size = module.layout().bytes(value.value().type()).orElseThrow();
                builder.store(value.value(), at(task, value.offset(), builder), alignment(size));
            } else if (each instanceof Taken.Copy object) {
                builder.copyBytes(at(task, object.offset(), builder), object.pointer(), object.size());
            }
        }
    }

    /** Ends the function; the task has nothing to return. */
    void end() {
        inside.returnValue(context.constant(Integer.SIZE, 0));
    }

    @Override
    public void close() {
        inside.close();
    }
}
