/** YAML as a tree that remembers where everything stands. */
@NullMarked
package io.github.offload4j.tools.yaml;

import org.jspecify.annotations.NullMarked;
