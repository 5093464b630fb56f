/** Source files of every language, made into programs and run. */
package io.github.offload4j.irtests.source;
