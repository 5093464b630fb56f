/** The {@code irgen} command. */
module io.github.offload4j.tools {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires info.picocli;
    requires io.github.offload4j.codegen;
    requires io.github.offload4j.runtime;
    // Jackson's YAML parser is a layer above this one, and does not pass on where an error is
    requires org.yaml.snakeyaml;

    // picocli sets the fields of the commands by reflection
    opens io.github.offload4j.tools to
            info.picocli;
    opens io.github.offload4j.tools.build to
            info.picocli;
    opens io.github.offload4j.tools.check to
            info.picocli;
    opens io.github.offload4j.tools.cli to
            info.picocli;
    opens io.github.offload4j.tools.doctor to
            info.picocli;
    opens io.github.offload4j.tools.emit to
            info.picocli;
    opens io.github.offload4j.tools.explain to
            info.picocli;
    opens io.github.offload4j.tools.lower to
            info.picocli;
    opens io.github.offload4j.tools.run to
            info.picocli;
    opens io.github.offload4j.tools.source to
            info.picocli;
    opens io.github.offload4j.tools.timeline to
            info.picocli;
}
