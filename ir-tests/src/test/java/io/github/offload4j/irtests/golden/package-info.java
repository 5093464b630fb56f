/**
 * Tests that pin the emitted IR, one file for each topic.
 *
 * <p>{@code FileGolden} is a file below {@code src/test/resources/golden-files} with commands, their input and what is
 * expected. {@code GoldenCatalogue} holds what only the API can ask for; the approved text of each topic stands in
 * {@code src/test/resources/golden}. A test that fails says which command accepts the new text. {@code BreakagesTest}
 * shows that they fail when they should.
 */
package io.github.offload4j.irtests.golden;
