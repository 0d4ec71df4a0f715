/**
 * Measures what docs/performance.md says, beside what a user would pick instead and beside the
 * limit of the machine. Open {@link dev.paycode.benchmarks.Benchmarks} first.
 */
@NullMarked
package dev.paycode.benchmarks;

import org.jspecify.annotations.NullMarked;
