/** Finds and loads libomptarget, and runs modules in this process. */
module io.github.offload4j.runtime {
    requires transitive io.github.offload4j.codegen;

    exports io.github.offload4j.runtime.trace;
}
