/** Preset {@code rustc} emits what rustc does, table by table. */
package io.github.offload4j.irtests.rustc;
