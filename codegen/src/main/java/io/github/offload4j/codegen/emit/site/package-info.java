/**
 * The code of a site, as a straight line: {@link io.github.offload4j.codegen.emit.site.SiteRules} turn a request into a
 * {@link io.github.offload4j.codegen.emit.site.SitePlan}, or refuse it, and emit nothing;
 * {@link io.github.offload4j.codegen.emit.site.SiteCode} opens the site of a plan, and checks nothing.
 */
@NullMarked
package io.github.offload4j.codegen.emit.site;

import org.jspecify.annotations.NullMarked;
