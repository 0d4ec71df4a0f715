/** The services behind the incoming ports. Open {@link dev.paycode.usecase.UseCases} first. */
@NullMarked
package dev.paycode.usecase;

import org.jspecify.annotations.NullMarked;
