package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Device;
import java.util.List;
import java.util.Optional;

/**
 * What a site is asked to do.
 *
 * @param name the callee's symbol, which the names of the site's globals carry
 * @param arguments the arguments in order
 * @param device the device of every call
 * @param location where the user wrote the call; when absent, the builder's debug location stands in
 */
public record SiteRequest(String name, List<Argument> arguments, Device device, Optional<SourceLocation> location) {
    /** Copies the list. */
    public SiteRequest {
        arguments = List.copyOf(arguments);
    }
}
