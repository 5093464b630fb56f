/** The spec format: host stubs described in YAML, as immutable values that know where they were written. */
@NullMarked
package io.github.offload4j.tools.spec;

import org.jspecify.annotations.NullMarked;
