/** A door into the gateway's package for what is measured of its inside. */
@NullMarked
package dev.paycode.http;

import org.jspecify.annotations.NullMarked;
