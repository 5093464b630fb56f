package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.Optional;

/**
 * What every call of a site says about where it is and where it goes.
 *
 * @param function the function that the site is in
 * @param reported the function that messages name
 * @param location where the user wrote it
 * @param ident the same for the runtime
 * @param device the device number, an i64, the same in every call
 */
record SitePlace(
        IrFunction function, String reported, Optional<SourceLocation> location, IrValue ident, IrValue device) {}
