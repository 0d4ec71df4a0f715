/**
 * What the core needs from outside: the gateway, keys, stores, and somebody to tell. Open {@link
 * dev.paycode.port.out.CodeGateway} first.
 */
@NullMarked
package dev.paycode.port.out;

import org.jspecify.annotations.NullMarked;
