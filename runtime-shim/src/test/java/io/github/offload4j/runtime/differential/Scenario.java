package io.github.offload4j.runtime.differential;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.runtime.jit.HostCallback;
import io.github.offload4j.runtime.jit.OffloadProgram;
import java.util.Map;
import java.util.function.Function;

/**
 * A program and what is done with it.
 *
 * @param name what failures call it
 * @param module makes the module for a runtime
 * @param methods the Java methods that the module calls
 * @param run runs it, and returns the host memory that it leaves, in words
 */
record Scenario(
        String name,
        Function<RuntimeAbi, byte[]> module,
        Map<String, HostCallback> methods,
        Function<OffloadProgram, String> run) {}
