/** As much of JSON as trace files need: a parser that says where a file is wrong, and quoting. */
@NullMarked
package io.github.offload4j.runtime.json;

import org.jspecify.annotations.NullMarked;
