/** The choices that a user of the library makes, one enum each, with the names that the command line gives them. */
@NullMarked
package io.github.offload4j.codegen.option;

import org.jspecify.annotations.NullMarked;
