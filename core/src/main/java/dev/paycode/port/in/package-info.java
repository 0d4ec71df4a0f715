/**
 * What the core offers: obtain codes, present one, retire them. Open {@link
 * dev.paycode.port.in.PresentPaymentCode} first.
 */
@NullMarked
package dev.paycode.port.in;

import org.jspecify.annotations.NullMarked;
