package io.github.offload4j.tools.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.option.Synchronization;
import io.github.offload4j.runtime.cuda.CubinLinkers;
import io.github.offload4j.runtime.jit.CallResult;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import io.github.offload4j.runtime.timeline.Timeline;
import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.TraceData;
import io.github.offload4j.runtime.trace.TraceSummary;
import io.github.offload4j.tools.ExitCode;
import io.github.offload4j.tools.check.ChecksOptions;
import io.github.offload4j.tools.check.ModuleCheck;
import io.github.offload4j.tools.cli.GlobalOptions;
import io.github.offload4j.tools.cli.IncludeFolder;
import io.github.offload4j.tools.cli.OutputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.input.DeviceTargets;
import io.github.offload4j.tools.source.OtherMachine;
import io.github.offload4j.tools.source.SourceCompiler;
import io.github.offload4j.tools.source.SourceOptions;
import io.github.offload4j.tools.timeline.TraceFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code irgen run}. */
@Command(
        name = "run",
        header = "Runs a spec's function, a module or source files in this process.",
        description = {
            "On libomptarget when it is installed, else on devices that irgen has itself. Marked calls of a module are"
                    + " lowered first.",
            "",
            "Arguments are given by name. Scalars: n=1000 a=2.5. Arrays: x=zeros:COUNT, x=ones:COUNT, x=iota:COUNT,"
                    + " x=random:COUNT:SEED, x=@FILE.f32, x=1,2.5,-3; the count may be left out where a spec tells it."
                    + " For a module, add the element type (i8, i16, i32, i64, f16, f32 or f64): x=iota:1000:f32.",
            "",
            "Example: irgen run saxpy.yaml --device saxpy-kernel.ll n=1000 a=2 x=iota y=ones --save y=@out.f32"
        })
public final class RunCommand implements Callable<Integer> {
    private final StandardStreams streams;
    private final GlobalOptions global;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec command;

    @Parameters(
            paramLabel = "IN... [NAME=VALUE...]",
            hideParamSyntax = true,
            arity = "1..*",
            description =
                    "The spec (.yaml), or the modules (.ll, .bc) and source files (.c, .cc, .cpp, .rs, .f90) of one"
                            + " program; '-' is standard input. Then, from the first with a '=' on, the function's arguments.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--device",
            paramLabel = "KERNELS",
            description =
                    "The kernels that a spec, or a program with marked calls, launches, as a module or a source file;"
                            + " those of the program itself need no telling.")
    private @Nullable String kernels;

    @Option(
            names = "--target",
            paramLabel = "T",
            description =
                    "Device to compile the kernels for (default: this machine's processor): nvptx64:sm_XX, nvptx64:native for"
                            + " every GPU of this machine, amdgcn:gfxXXX, x86_64 or aarch64, alone or for a CPU as in"
                            + " x86_64:x86-64-v3.")
    private String target = DeviceTargets.thisProcessor();

    @Option(
            names = "--mark-kernel",
            paramLabel = "NAME",
            description = "Take this function for a kernel: its symbol, or its name in source code; repeatable.")
    private List<String> marked = new ArrayList<>();

    @Option(names = "--entry", paramLabel = "NAME", description = "The function to call, when there are several.")
    private String entry = "";

    @Option(
            names = "--runtime",
            paramLabel = "auto|PATH|embedded[:VERSION]",
            description = "A libomptarget or its directory, or irgen's own devices (default: auto); those are like"
                    + " libomptarget 22, or like another version: embedded:19 to embedded:23.")
    private String runtime = RuntimeChoice.AUTO;

    @Option(
            names = "--sync",
            paramLabel = "default|spin|yield",
            description = "How to wait for a CUDA device (default: default, asleep). 'spin' sees the end soonest and"
                    + " keeps a core busy; 'yield' lets others run in between.")
    private Synchronization synchronization = Synchronization.DEFAULT;

    @Option(
            names = "--library",
            paramLabel = "FILE",
            description = "Shared library with functions that the program calls; repeatable.")
    private List<Path> libraries = new ArrayList<>();

    @Option(
            names = "--save",
            paramLabel = "NAME=@FILE",
            description =
                    "Save an array after the run, its elements one after the other, lowest byte first; repeatable.")
    private Map<String, String> saves = new LinkedHashMap<>();

    @Option(names = "--trace", paramLabel = "FILE.json", description = "Write a trace, which Perfetto opens.")
    private @Nullable String trace;

    @Option(names = "--timeline", paramLabel = "FILE.svg", description = "Draw the trace.")
    private @Nullable String timeline;

    @Option(names = "--summary", description = "Print what the trace adds up to, on standard error.")
    private boolean summary;

    @Option(
            names = "--isolate",
            description = "Run in a child process, and say how it died when it crashes or is aborted.")
    private boolean isolate;

    @Mixin
    private final ChecksOptions checks = new ChecksOptions();

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    /** Creates the command. */
    public RunCommand(StandardStreams streams, GlobalOptions global) {
        this.streams = streams;
        this.global = global;
    }

    @Override
    public Integer call() throws IOException {
        if (isolate) {
            List<String> all = new ArrayList<>(
                    command.root().commandLine().getParseResult().originalArgs());
            all.remove("--isolate");
            return new Isolation(streams, global.printer()).run(all);
        }
        try {
            return run();
        } catch (ArgumentException e) {
            throw new ParameterException(command.commandLine(), e.problem(), e);
        }
    }

    private int run() {
        CommandLineWords split = CommandLineWords.split(words);
        Map<String, GivenArgument> given = GivenArgument.parse(split.arguments());
        try (SourceCompiler compiler = new SourceCompiler(
                sources, IncludeFolder.find(), Optional.empty(), OtherMachine.none(), streams, global.notes())) {
            return run(split.inputs(), given, compiler);
        }
    }

    private int run(List<String> inputs, Map<String, GivenArgument> given, SourceCompiler sourceCompiler) {
        RuntimeChoice choice = RuntimeChoice.of(runtime, RuntimeLocator.ofThisProcess());
        OffloadOptions options = OffloadOptions.builder().runtime(choice.abi()).build();
        DeviceCompiler compiler =
                DeviceCompiler.create().forRuntime(choice.abi()).withCubinLinker(CubinLinkers.onThisMachine());
        ModuleCheck check = new ModuleCheck(global.printer(), checks.toCheckOptions());
        RunInput read = new InputReader(options, streams, sourceCompiler, compiler, marked, check, global.notes())
                .read(inputs, Optional.ofNullable(kernels), deviceTargets());
        EntryPoint chosen = read.entry(entry);
        Arguments values = Arguments.bind(chosen, given, streams);
        saves.keySet().forEach(values::require);
        choice.library().flatMap(RuntimeLibrary::warning).ifPresent(global.printer()::warning);
        if (choice.library().isEmpty() && runtime.equals(RuntimeChoice.AUTO)) {
            global.printer().note("running on irgen's own devices: " + choice.reason());
        }
        boolean recorded = trace != null || timeline != null || summary;
        RunRecord record = new RunRecord(chosen.name(), streams, recorded);
        CallResult result;
        try {
            List<Path> all = new ArrayList<>(libraries);
            all.addAll(SharedLibraries.find(sources.libraries(), sources.libraryFolders()));
            result = new ProgramRun(read, all, synchronization).call(choice, chosen, values, record);
        } catch (OffloadException e) {
            boolean missing = e.reason() == Reason.LINKAGE;
            String message = String.valueOf(e.getMessage());
            throw InputException.told(missing ? read.place(message) : read.name(), message);
        } finally {
            // also after a failure: that is when it is wanted most
            write(record.events(), inputs.get(0));
        }
        if (chosen.isMain()) {
            return ended(result);
        }
        print(result, values);
        saves.forEach((name, file) -> new OutputFile(file.startsWith("@") ? file.substring(1) : file, streams)
                .write(values.require(name).bytes()));
        return ExitCode.DONE;
    }

    private List<DeviceTarget> deviceTargets() {
        try {
            return DeviceTargets.parse(List.of(target));
        } catch (OffloadException e) {
            throw new ArgumentException(String.valueOf(e.getMessage()));
        }
    }

    /** A program says what it has to say by itself. */
    private int ended(CallResult result) {
        if (result.isVoid() || result.toString().equals("0")) {
            return ExitCode.DONE;
        }
        global.printer().error("the program returned " + result);
        return ExitCode.BAD_INPUT;
    }

    private void write(List<OffloadEvent> events, String input) {
        if (trace != null) {
            new OutputFile(trace, streams).write(TraceFile.content(events));
        }
        if (timeline != null) {
            String svg = Timeline.svg(input, new TraceData(events, List.of()));
            new OutputFile(timeline, streams).write(svg.getBytes(UTF_8));
        }
        if (summary) {
            PrintWriter err = streams.errWriter();
            err.print(TraceSummary.of(events).text());
            err.flush();
        }
    }

    private void print(CallResult result, Arguments values) {
        StringBuilder text = new StringBuilder();
        if (!result.isVoid()) {
            text.append("result = ").append(result).append('\n');
        }
        values.results()
                .forEach((name, array) ->
                        text.append(name).append(" = ").append(array).append('\n'));
        new OutputFile("-", streams).write(text.toString().getBytes(UTF_8));
    }
}
