/** The guides: their examples, compiled and run, and where they lead. */
package dev.paycode.docs;
