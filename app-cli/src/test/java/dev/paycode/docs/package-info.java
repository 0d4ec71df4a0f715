/** The examples of the guides, compiled and run. */
package dev.paycode.docs;
