/** The packages of the library use each other as they are meant to. */
package io.github.offload4j.irtests.architecture;
