/**
 * What the gateway's adapter sends, and what it survives; numbered like the rows of the fault
 * matrix. Open {@link dev.paycode.http.RequestOnTheWireTest} first.
 */
package dev.paycode.http;
