/** The code of {@code docs/embedding-core.md} and {@code docs/adapters.md}, compiled and run. */
package dev.paycode.docs;
