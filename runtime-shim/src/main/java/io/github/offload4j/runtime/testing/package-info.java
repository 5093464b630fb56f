/** For tests of code that emits offload calls: what a run did, and assertions on it that need no test framework. */
@NullMarked
package io.github.offload4j.runtime.testing;

import org.jspecify.annotations.NullMarked;
