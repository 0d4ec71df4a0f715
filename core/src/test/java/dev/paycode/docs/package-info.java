/** The code of {@code docs/embedding-core.md}, compiled and run. */
package dev.paycode.docs;
