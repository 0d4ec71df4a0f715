/**
 * The {@code paycode} command: the only place that wires core, adapters and sandbox together. Open
 * {@link dev.paycode.cli.Main} first, then {@link dev.paycode.cli.PaycodeModule}.
 */
@NullMarked
package dev.paycode.cli;

import org.jspecify.annotations.NullMarked;
