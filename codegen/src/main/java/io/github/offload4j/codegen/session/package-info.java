/**
 * What the public classes are handles of: a module that gets offload sites, its open regions, and calls with all that was
 * asked for them. The public classes point down to it, and so does {@code lower}; nothing here knows them.
 */
@NullMarked
package io.github.offload4j.codegen.session;

import org.jspecify.annotations.NullMarked;
