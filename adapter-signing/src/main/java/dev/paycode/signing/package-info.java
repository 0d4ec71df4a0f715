/**
 * The ports to the keys, with RSA and SHA-256, by the fastest provider there is. Open {@link
 * dev.paycode.signing.RsaKeys} first, then {@link dev.paycode.signing.RsaSigner} and {@link
 * dev.paycode.signing.RsaVerifier}.
 */
@NullMarked
package dev.paycode.signing;

import org.jspecify.annotations.NullMarked;
