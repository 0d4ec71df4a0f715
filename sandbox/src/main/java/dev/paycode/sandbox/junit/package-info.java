/**
 * The sandbox as an extension of JUnit 5. Open {@link dev.paycode.sandbox.junit.SandboxExtension};
 * whoever uses it brings JUnit, whoever does not needs none.
 */
@NullMarked
package dev.paycode.sandbox.junit;

import org.jspecify.annotations.NullMarked;
