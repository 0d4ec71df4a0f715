/**
 * Payment codes, the windows in which they are valid, and the schedule that knows which one to
 * show. Open {@link dev.paycode.code.CodeSchedule} first.
 */
@NullMarked
package dev.paycode.code;

import org.jspecify.annotations.NullMarked;
