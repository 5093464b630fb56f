/**
 * Wrong uses of the public interface: each is refused with an exception whose message says what to do, nothing is emitted,
 * and the process goes on.
 */
package io.github.offload4j.irtests.misuse;
