/** The soundness checks: seeded faults are found, sound modules pass, and the guide tells the truth. */
package io.github.offload4j.irtests.analysis;
