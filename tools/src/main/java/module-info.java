/** The {@code irgen} command. */
module io.github.offload4j.tools {
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires info.picocli;
    requires io.github.offload4j.runtime;

    // picocli sets the fields of the commands by reflection
    opens io.github.offload4j.tools to
            info.picocli;
}
