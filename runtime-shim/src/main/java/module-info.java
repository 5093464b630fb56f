/** Finds and loads libomptarget, and runs modules in this process. */
module io.github.offload4j.runtime {
    requires transitive io.github.offload4j.codegen;
    // present only where CUDA is used
    requires static org.bytedeco.cuda;

    exports io.github.offload4j.runtime.cuda;
    exports io.github.offload4j.runtime.embedded;
    exports io.github.offload4j.runtime.jit;
    exports io.github.offload4j.runtime.link;
    exports io.github.offload4j.runtime.locate;
    exports io.github.offload4j.runtime.probe;
    exports io.github.offload4j.runtime.testing;
    exports io.github.offload4j.runtime.timeline;
    exports io.github.offload4j.runtime.trace;
}
