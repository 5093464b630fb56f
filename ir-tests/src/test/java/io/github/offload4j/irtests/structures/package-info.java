/** Programs with structures, made by chance: a model of what they leave, what clang makes of them, and what we do. */
package io.github.offload4j.irtests.structures;
