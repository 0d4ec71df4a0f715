/**
 * What the official SDK needs to call getPaymentCode, for which it has no classes of its own. Open
 * {@link dev.paycode.benchmarks.peer.PeerRequest} first.
 */
@NullMarked
package dev.paycode.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
