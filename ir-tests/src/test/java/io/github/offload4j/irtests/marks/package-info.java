/** Marks that are calls, as the compilers of C, C++, Rust and Fortran write them. */
package io.github.offload4j.irtests.marks;
