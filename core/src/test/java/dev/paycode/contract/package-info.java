/**
 * What an adapter must do, as abstract JUnit classes to extend: one for each outgoing port. Open
 * {@link dev.paycode.contract.CodeSchedulesContract} first; the guide is {@code docs/adapters.md}.
 */
package dev.paycode.contract;
