/**
 * What a wallet asks of Alipay+: codes for one user, in one place, on one device. Open {@link
 * dev.paycode.request.CodeRequest} first.
 */
@NullMarked
package dev.paycode.request;

import org.jspecify.annotations.NullMarked;
