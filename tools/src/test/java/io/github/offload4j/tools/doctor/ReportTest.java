package io.github.offload4j.tools.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeSearch;
import io.github.offload4j.runtime.probe.Gpu;
import io.github.offload4j.runtime.probe.ProbeResult;
import io.github.offload4j.runtime.probe.RuntimeDevice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final RuntimeLibrary LIBRARY = new RuntimeLibrary(
            Path.of("/opt/lib/libomptarget.so.22.1"),
            RuntimeAbi.LLVM_22,
            "its name libomptarget.so.22.1",
            Optional.of(Path.of("/opt/lib/libomp.so.5")));
    private static final RuntimeDevice HOST = new RuntimeDevice(0, Map.of("Device Type", "Generic-elf-64bit"));
    private static final RuntimeDevice H200 = new RuntimeDevice(
            0,
            Map.of(
                    "Device Name", "NVIDIA H200",
                    "Global Memory Size", "150121545728 bytes",
                    "Compute Capabilities", "9.0"));
    private static final Gpu GPU = new Gpu("NVIDIA H200", Optional.empty(), Optional.of("nvptx64:sm_90"));

    @Test
    void aMachineThatHasEverything() {
        Findings findings = new Findings(found(LIBRARY), answered(H200), List.of(GPU));
        assertThat(findings.canRun()).isTrue();
        assertThat(Report.of(findings, Distribution.DEBIAN, false)).isEqualTo("""
                        library     libomptarget 22 (/opt/lib/libomptarget.so.22.1)
                                    chosen because: a test says so
                                    version known because: its name libomptarget.so.22.1
                        libomp      /opt/lib/libomp.so.5
                        devices     0: NVIDIA H200, 150 GB, nvptx64:sm_90
                        GPUs        NVIDIA H200, nvptx64:sm_90
                        ABI         --runtime-abi=llvm-22, or portable
                        targets     --target=nvptx64:sm_90
                        link with   -L/opt/lib -l:libomptarget.so.22.1 -l:libomp.so.5 -Wl,-rpath,/opt/lib
                        verdict     emitted programs can run here
                        """);
    }

    @Test
    void aMachineWithoutRuntime() {
        RuntimeSearch search = new RuntimeSearch(
                Optional.empty(),
                "nothing is there",
                List.of(new RuntimeSearch.Finding("Debian", "/usr/lib", "no such directory", Optional.empty())));
        Findings findings = new Findings(search, Optional.empty(), List.of());
        assertThat(findings.canRun()).isFalse();
        assertThat(Report.of(findings, Distribution.DEBIAN, false)).isEqualTo("""
                        library     none: nothing is there
                        GPUs        no driver tells of any
                        looked at   /usr/lib: no such directory
                        missing     libomptarget and libomp: apt-get install liboffload-22 libomp-22-dev
                        verdict     emitted programs cannot run here; 'irgen run' can, on devices of its own
                        """);
    }

    @Test
    void aGpuThatTheRuntimeDoesNotSee() {
        Findings findings = new Findings(found(LIBRARY), answered(HOST), List.of(GPU));
        assertThat(Report.of(findings, Distribution.DEBIAN, false))
                .contains("libomptarget does not see them: it opens libcuda.so")
                .contains("targets     --target=x86_64, --target=nvptx64:sm_90");
    }

    @Test
    void aRuntimeThatDoesNotStart() {
        Findings findings = new Findings(found(LIBRARY), Optional.of(new ProbeResult.Failed("it crashed")), List.of());
        assertThat(findings.canRun()).isFalse();
        assertThat(Report.of(findings, Distribution.DEBIAN, false))
                .contains("devices     unknown: it crashed", "missing     a libomptarget that starts");
    }

    @Test
    void libompIsNeededToo() {
        RuntimeLibrary alone = new RuntimeLibrary(LIBRARY.path(), LIBRARY.abi(), LIBRARY.evidence(), Optional.empty());
        Findings findings = new Findings(found(alone), answered(HOST), List.of());
        assertThat(findings.canRun()).isFalse();
        assertThat(Report.of(findings, Distribution.FEDORA, false))
                .contains("missing     libomp: dnf install libomp libomp-devel");
    }

    @Test
    void aLibraryThatIsNewerThanAnyThatIsKnown() {
        Path path = Path.of("/opt/lib/libomptarget.so.24.0");
        RuntimeLibrary newer = new RuntimeLibrary(path, 24, RuntimeAbi.LLVM_23, "its name", LIBRARY.libomp());

        assertThat(Report.of(new Findings(found(newer), answered(HOST), List.of()), Distribution.DEBIAN, false))
                .contains("""
                        library     libomptarget 24 (/opt/lib/libomptarget.so.24.0)
                        """, """
                        warning     libomptarget 24 (/opt/lib/libomptarget.so.24.0) is newer than 23, the newest one known\
                         here; it is taken for that, and may not be like it
                        """, "ABI         --runtime-abi=llvm-23, or portable\n");
    }

    private static RuntimeSearch found(RuntimeLibrary library) {
        return new RuntimeSearch(Optional.of(library), "a test says so", List.of());
    }

    private static Optional<ProbeResult> answered(RuntimeDevice device) {
        return Optional.of(new ProbeResult.Answered(List.of(device)));
    }
}
