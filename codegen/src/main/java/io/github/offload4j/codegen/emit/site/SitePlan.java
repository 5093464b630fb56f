package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.ParameterText;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Passing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A site that keeps every rule; only {@link SiteRules} makes one. */
public final class SitePlan {
    private final SiteRequest request;
    private final Usage usage;
    private final boolean oneLaunch;
    private final List<Argument> arguments;
    private final List<ArgumentLabel> labels;
    private Optional<IrFunction> spawner = Optional.empty();

    private SitePlan(SiteRequest request, Usage usage, boolean oneLaunch, Predicate<Argument> kept) {
        this.request = request;
        this.usage = usage;
        this.oneLaunch = oneLaunch;
        List<Argument> all = request.arguments();
        List<Argument> ours = new ArrayList<>(all.size());
        List<ArgumentLabel> named = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            if (kept.test(all.get(i))) {
                ours.add(all.get(i));
                named.add(ArgumentRules.label(all, i));
            }
        }
        this.arguments = List.copyOf(ours);
        this.labels = List.copyOf(named);
    }

    static SitePlan forLaunches(SiteRequest request) {
        return new SitePlan(request, Usage.LAUNCHED, false, argument -> true);
    }

    static SitePlan forOneLaunch(SiteRequest request, Usage usage) {
        return new SitePlan(request, usage, true, argument -> true);
    }

    /** Only what is mapped matters to a site for host calls. */
    static SitePlan forHost(SiteRequest request, Usage usage) {
        return new SitePlan(request, usage, false, SitePlan::isMapped);
    }

    /** Everything that is done to data names is mapped. */
    static SitePlan forData(SiteRequest request, DataAction action) {
        return new SitePlan(
                request,
                switch (action) {
                    case ENTER -> Usage.ENTERED;
                    case EXIT -> Usage.EXITED;
                    case UPDATE -> Usage.UPDATED;
                },
                false,
                argument -> true);
    }

    /** Everything that a function maps is mapped around its call. */
    static SitePlan forHeld(SiteRequest request) {
        return new SitePlan(request, Usage.HELD, false, argument -> true);
    }

    private static boolean isMapped(Argument argument) {
        return argument.passing().kind() == Passing.Kind.MAPPED;
    }

    /** Makes this the plan of a site in a task that a function spawns, with the number of the device. */
    SitePlan inTask(IrFunction function) {
        spawner = Optional.of(function);
        return this;
    }

    /** Returns the function that spawns the task that the site is in. */
    Optional<IrFunction> spawner() {
        return spawner;
    }

    /** Returns the arguments that have entries, in order. */
    public List<Argument> arguments() {
        return arguments;
    }

    /** Returns the one call of what is done to data. */
    DataCall dataCall() {
        return switch (usage) {
            case ENTERED -> DataCall.BEGIN;
            case EXITED -> DataCall.END;
            case UPDATED -> DataCall.UPDATE;
            case LAUNCHED, FUSED, RETURNED, QUERIED, HELD ->
                throw new IllegalStateException("site '" + name() + "' has calls of its own");
        };
    }

    /** Returns whether something is called while the data is mapped. */
    boolean isSite() {
        return switch (usage) {
            case ENTERED, EXITED, UPDATED, HELD -> false;
            case LAUNCHED, FUSED, RETURNED, QUERIED -> true;
        };
    }

    /** Returns what its globals are named after. */
    public String name() {
        return request.name();
    }

    /** Returns the device that is meant. */
    public Device device() {
        return request.device();
    }

    Optional<SourceLocation> location() {
        return request.location();
    }

    Usage usage() {
        return usage;
    }

    /** Returns whether the program gets device addresses. */
    public boolean hasDevicePointers() {
        return usage.hasDevicePointers();
    }

    /** Returns whether a launch maps and unmaps, or nothing is to be mapped, so that there are no begin and end calls. */
    public boolean launchMaps() {
        return usage == Usage.FUSED;
    }

    /** Returns whether exactly one launch follows, in the place where the site is opened. */
    boolean oneLaunch() {
        return oneLaunch;
    }

    /** Returns whether there is anything for a begin or an end call to do. */
    boolean mapsAny() {
        return arguments.stream().anyMatch(SitePlan::isMapped);
    }

    /** Returns the calls that take map types of their own. */
    List<Phase> phases() {
        return switch (usage) {
            case FUSED -> List.of(Phase.KERNEL);
            case ENTERED -> List.of(Phase.BEGIN);
            case EXITED -> List.of(Phase.END);
            case UPDATED -> List.of(Phase.UPDATE);
            case HELD -> List.of(Phase.BEGIN, Phase.END);
            case LAUNCHED, RETURNED, QUERIED -> List.of(Phase.BEGIN, Phase.KERNEL, Phase.END);
        };
    }

    /** Returns the calls that map or unmap. */
    List<Phase> mappingPhases() {
        return switch (usage) {
            case FUSED -> List.of(Phase.KERNEL);
            case ENTERED -> List.of(Phase.BEGIN);
            case EXITED -> List.of(Phase.END);
            case UPDATED -> List.of();
            case LAUNCHED, RETURNED, QUERIED, HELD -> List.of(Phase.BEGIN, Phase.END);
        };
    }

    /** Returns what messages and reports call each; a number counts every argument that the user gave. */
    List<ArgumentLabel> labels() {
        return labels;
    }

    List<IrValue> values() {
        return arguments.stream().map(Argument::value).toList();
    }

    /** Returns the types of the arguments, as a kernel takes them. */
    public List<String> parameterTypes(Extents extents) {
        List<String> types = new ArrayList<>(arguments.size());
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            types.add(
                    argument.passing().kind() == Passing.Kind.COPIED
                            ? ParameterText.of(ValueWords.bytes(
                                    argument, extents, labels.get(i).inMessage()))
                            : ParameterText.of(argument.value().type(), extents.layout()));
        }
        return types;
    }
}
