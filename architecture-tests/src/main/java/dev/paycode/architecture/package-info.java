/**
 * Rules of a hexagonal architecture as ArchUnit rules. Open {@link
 * dev.paycode.architecture.Hexagon} first: it describes a project, and {@link
 * dev.paycode.architecture.HexagonalRules} holds it to that.
 */
@NullMarked
package dev.paycode.architecture;

import org.jspecify.annotations.NullMarked;
