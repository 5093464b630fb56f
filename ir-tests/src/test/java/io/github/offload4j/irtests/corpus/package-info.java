/** What compilers make of C, and programs made by chance: the same memory whenever data travels. */
@NullMarked
package io.github.offload4j.irtests.corpus;

import org.jspecify.annotations.NullMarked;
