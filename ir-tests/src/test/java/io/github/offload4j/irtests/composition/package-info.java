/** A call is nothing but the two primitives, a data region and a launch or an ordinary call. */
package io.github.offload4j.irtests.composition;
