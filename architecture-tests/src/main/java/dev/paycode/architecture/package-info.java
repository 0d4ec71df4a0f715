/**
 * Rules of a hexagonal architecture as ArchUnit rules. Open {@link
 * dev.paycode.architecture.HexagonalRules} first.
 */
@NullMarked
package dev.paycode.architecture;

import org.jspecify.annotations.NullMarked;
