/**
 * What Alipay+ says of a request: status, code and message, and what to do about each. Open {@link
 * dev.paycode.result.SpecifiedCode}, the specification's table, first.
 */
@NullMarked
package dev.paycode.result;

import org.jspecify.annotations.NullMarked;
