/**
 * What to do with every reply: the result-handling state machine, pure and without I/O. Open {@link
 * dev.paycode.handling.ResultHandling} first.
 */
@NullMarked
package dev.paycode.handling;

import org.jspecify.annotations.NullMarked;
