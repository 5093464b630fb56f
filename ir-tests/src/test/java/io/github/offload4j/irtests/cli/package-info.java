/** The command line as a user runs it: a process of its own, with its output and its exit code. */
package io.github.offload4j.irtests.cli;
