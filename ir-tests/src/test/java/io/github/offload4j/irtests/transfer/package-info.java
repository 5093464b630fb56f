/** Data that stays on the device: what is moved, what is left, and that no program gives another result. */
package io.github.offload4j.irtests.transfer;
