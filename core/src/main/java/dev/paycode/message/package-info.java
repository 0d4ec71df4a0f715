/**
 * What is signed and how a signature is written: text, no cryptography. Open {@link
 * dev.paycode.message.SignedContent} first.
 */
@NullMarked
package dev.paycode.message;

import org.jspecify.annotations.NullMarked;
