/**
 * Modules that pin the emitted IR, one folder for each question.
 *
 * <p>{@code GoldenCatalogue} holds the cases; the approved text of each stands below {@code src/test/resources/golden}.
 * A failing case says which command accepts the new text.
 */
package io.github.offload4j.irtests.golden;
