/** A program on the module path. Without this file it is one on the class path. */
module sample.embed {
    requires io.github.offload4j.runtime;
}
