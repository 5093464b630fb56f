package io.github.offload4j.tools.cli;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.TransferRemark;
import io.github.offload4j.codegen.ir.TargetMachine;
import io.github.offload4j.codegen.option.DevicePointers;
import io.github.offload4j.codegen.option.LaunchFailure;
import io.github.offload4j.codegen.option.OnStatus;
import io.github.offload4j.codegen.option.Pinning;
import io.github.offload4j.codegen.option.Preset;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.option.Synchronization;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.tools.diagnostic.DiagnosticLevel;
import io.github.offload4j.tools.diagnostic.DiagnosticPrinter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that generates offload code. */
public final class EmissionOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec command;

    @Option(
            names = "--runtime-abi",
            paramLabel = "llvm-19|llvm-20|llvm-21|llvm-22|llvm-23|portable",
            description =
                    "libomptarget that the program will run on (default: llvm-22). 'portable' runs on all of them.")
    private RuntimeAbi runtimeAbi = RuntimeAbi.LLVM_22;

    @Option(
            names = "--preset",
            paramLabel = "default|rustc",
            description =
                    "Lowering to follow (default: default). 'rustc' is rustc's, faults included, and decides every"
                            + " option below but the triple.")
    private Preset preset = Preset.DEFAULT;

    @Option(
            names = "--transfers",
            paramLabel = "split|fused|resident",
            description = "Transfers around a kernel or library call (default: split): begin and end around each,"
                    + " one launch that does all, or data that stays on the device from one to the next where the host"
                    + " provably does not touch it. With resident, an argument mapped 'to' is one that is only read.")
    private @Nullable Transfers transfers;

    @Option(
            names = "--remarks",
            description = "Say on standard error what resident transfers made of each site, and why not more.")
    private boolean remarks;

    @Option(
            names = "--device-pointers",
            paramLabel = "return-param|get-mapped-ptr",
            description = "How a host function's device pointers are found (default: return-param).")
    private @Nullable DevicePointers devicePointers;

    @Option(
            names = "--on-launch-failure",
            paramLabel = "abort|fallback|ignore",
            description = "What happens when the runtime refuses a launch that has no fallback (default: abort)."
                    + " 'fallback' makes a missing fallback an error here.")
    private @Nullable LaunchFailure launchFailure;

    @Option(
            names = "--registration",
            paramLabel = "constructor|explicit|linker-wrapper",
            description = "How the runtime learns of the module (default: constructor): before main, by calls of"
                    + " offload4j.register and offload4j.unregister, or through clang-linker-wrapper.")
    private @Nullable Registration registration;

    @Option(
            names = "--sync",
            paramLabel = "default|spin|yield",
            description =
                    "How the program waits for a CUDA device (default: default, asleep). 'spin' sees the end"
                            + " soonest and keeps a core busy; 'yield' lets others run in between. Holds for the whole process.")
    private @Nullable Synchronization synchronization;

    @Option(
            names = "--pin",
            paramLabel = "off|auto|BYTES",
            converter = PinningConverter.class,
            description =
                    "Register memory of so many bytes, or of 4 MiB with auto, with the CUDA driver while it is mapped,"
                            + " where there is one (default: off): copies take a fifth to an eighth of the time.")
    private @Nullable Pinning pinning;

    @Option(
            names = "--check-aliases",
            description =
                    "Look for arguments that overlap when the program runs, and stop it with their names where the"
                            + " runtime would not map them.")
    private @Nullable Boolean checkAliases;

    @Option(
            names = "--on-status",
            paramLabel = "return|abort",
            description = "What happens when a host function returns an i32 that is not 0 (default: return): the caller"
                    + " gets it, or the program stops with a message.")
    private @Nullable OnStatus onStatus;

    @Option(
            names = "--triple",
            paramLabel = "T",
            description = "Target of the host code (default: that of the input, or else this machine's).")
    private @Nullable String triple;

    /**
     * Returns the library's options.
     *
     * @throws ParameterException when they contradict each other
     */
    public OffloadOptions toOffloadOptions() {
        if (remarks && transfers != Transfers.RESIDENT) {
            throw new ParameterException(
                    command.commandLine(), "--remarks says what resident transfers do; give --transfers=resident");
        }
        OffloadOptions.Builder builder =
                OffloadOptions.builder().runtime(runtimeAbi).preset(preset);
        if (transfers != null) {
            builder.transfers(transfers);
        }
        if (devicePointers != null) {
            builder.devicePointers(devicePointers);
        }
        if (launchFailure != null) {
            builder.launchFailure(launchFailure);
        }
        if (registration != null) {
            builder.registration(registration);
        }
        if (pinning != null) {
            builder.pinning(pinning);
        }
        if (synchronization != null) {
            builder.synchronization(synchronization);
        }
        if (checkAliases != null) {
            builder.checkAliases(checkAliases);
        }
        if (onStatus != null) {
            builder.onStatus(onStatus);
        }
        try {
            return builder.build();
        } catch (OffloadException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Prints remarks if they are wanted.
     *
     * @param file what the input is called, for sites whose place is not known
     */
    public void print(List<TransferRemark> all, String file, DiagnosticPrinter printer) {
        if (remarks) {
            for (TransferRemark remark : all) {
                String place = remark.location().map(Object::toString).orElse(file);
                printer.print(place, DiagnosticLevel.REMARK, remark.toString(), Optional.empty());
            }
        }
    }

    /** Returns the runtime that the program will run on. */
    public RuntimeAbi runtimeAbi() {
        return runtimeAbi;
    }

    /** Returns the triple, this machine's when none is given. */
    public String triple() {
        return triple == null ? TargetMachine.hostTriple() : triple;
    }

    /** Returns the triple that the user gave, when there is one. */
    public Optional<String> givenTriple() {
        return Optional.ofNullable(triple);
    }
}
