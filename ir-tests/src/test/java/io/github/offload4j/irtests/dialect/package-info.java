/** What newer LLVMs have, checked against the table that rewrites their text. */
package io.github.offload4j.irtests.dialect;
