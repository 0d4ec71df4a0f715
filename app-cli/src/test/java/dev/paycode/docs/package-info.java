/** The examples of the guides, compiled and run, and what else keeps the guides true. */
package dev.paycode.docs;
