/** Pages of HTML: elements and attributes that are known, and text that is always escaped. */
@NullMarked
package io.github.offload4j.tools.html;

import org.jspecify.annotations.NullMarked;
